package io.timeledger.twin.state;

/// A meeting has a new version, or is gone.
public record MeetingChanged(Mailbox mailbox, TwinCalendar calendar, String meeting, Kind kind) {
  /// In Graph's words.
  public enum Kind {
    CREATED,
    UPDATED,
    DELETED
  }
}

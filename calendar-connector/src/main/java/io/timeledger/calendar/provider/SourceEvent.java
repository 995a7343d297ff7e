package io.timeledger.calendar.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One event instance of a calendar, in a form common to all providers. Holds no description and
/// no location; as it is stored, no e-mail address either.
///
/// @param eventRef the provider's id of the instance, unique in its calendar; compared byte by byte
/// @param uid the iCalendar UID, shared by all instances of a series; null when the source has none
/// @param seriesRef the provider's id of the series; null for a single event
/// @param originalStart when the series schedules the instance, even if it was moved: an instant in
///     UTC or a date, as ISO 8601; null for a single event
/// @param title at most [#LONGEST_TITLE] characters; null when the source has none
/// @param isPrivate whether the source marks it private or confidential
/// @param organizedBySelf whether the calendar's owner is the organizer
/// @param organizerDomain in lower case
/// @param attendeeDomains distinct, sorted, in lower case, at most [#MOST_DOMAINS]
/// @param guests number of attendees without rooms, resources and the owner
/// @param attendees only as it comes from the provider
public record SourceEvent(
    String eventRef,
    @Nullable String uid,
    @Nullable String seriesRef,
    @Nullable String originalStart,
    boolean recurring,
    boolean cancelled,
    EventTime time,
    @Nullable String title,
    boolean isPrivate,
    Busy busy,
    ParticipationStatus answer,
    EventKind kind,
    boolean organizedBySelf,
    @Nullable String organizerDomain,
    List<String> attendeeDomains,
    int guests,
    AttendeeAddresses attendees) {
  public static final int LONGEST_TITLE = 500;
  public static final int MOST_DOMAINS = 50;

  public SourceEvent {
    attendeeDomains = List.copyOf(attendeeDomains);
  }

  /// An event as it is stored.
  public SourceEvent(
      String eventRef,
      @Nullable String uid,
      @Nullable String seriesRef,
      @Nullable String originalStart,
      boolean recurring,
      boolean cancelled,
      EventTime time,
      @Nullable String title,
      boolean isPrivate,
      Busy busy,
      ParticipationStatus answer,
      EventKind kind,
      boolean organizedBySelf,
      @Nullable String organizerDomain,
      List<String> attendeeDomains,
      int guests) {
    this(
        eventRef,
        uid,
        seriesRef,
        originalStart,
        recurring,
        cancelled,
        time,
        title,
        isPrivate,
        busy,
        answer,
        kind,
        organizedBySelf,
        organizerDomain,
        attendeeDomains,
        guests,
        AttendeeAddresses.NONE);
  }

  public SourceEvent withTitle(@Nullable String other) {
    return new SourceEvent(
        eventRef,
        uid,
        seriesRef,
        originalStart,
        recurring,
        cancelled,
        time,
        other,
        isPrivate,
        busy,
        answer,
        kind,
        organizedBySelf,
        organizerDomain,
        attendeeDomains,
        guests,
        attendees);
  }
}

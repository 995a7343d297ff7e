package io.timeledger.twin.control;

import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.TwinCalendar;

/// Where a meeting stands.
record MeetingAddress(Mailbox mailbox, TwinCalendar calendar, String id) {

  /// Its newest version.
  Meeting meeting() {
    return calendar
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("meeting: %s is deleted".formatted(id)));
  }
}

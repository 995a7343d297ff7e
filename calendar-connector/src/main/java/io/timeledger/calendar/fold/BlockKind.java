package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.EventKind;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.SourceEvent;

/// What a block is.
public enum BlockKind {
  MEETING,
  FOCUS,
  /// Never proposed as billable, for an hour or for whole days.
  ABSENCE,
  /// No hours are proposed.
  ALL_DAY;

  /// The kind of an event that shows. Being away comes first: whole days of it are no meeting either.
  public static BlockKind of(SourceEvent event) {
    if (event.kind() == EventKind.OUT_OF_OFFICE || event.busy() == Busy.ABSENT) {
      return ABSENCE;
    }
    if (event.time() instanceof EventTime.AllDay) {
      return ALL_DAY;
    }
    return event.kind() == EventKind.FOCUS_TIME ? FOCUS : MEETING;
  }
}

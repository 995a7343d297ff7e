package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.EventKind;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.schemas.resource.BlockKind;

/// Determines the kind of a block.
final class KindRule {
  private KindRule() {}

  /// The kind of a visible event. Absence takes precedence over all-day: an absence of whole days
  /// is never proposed as billable.
  static BlockKind of(SourceEvent event) {
    if (event.kind() == EventKind.OUT_OF_OFFICE || event.busy() == Busy.ABSENT) {
      return BlockKind.ABSENCE;
    }
    if (event.time() instanceof EventTime.AllDay) {
      return BlockKind.ALL_DAY;
    }
    return event.kind() == EventKind.FOCUS_TIME ? BlockKind.FOCUS : BlockKind.MEETING;
  }
}

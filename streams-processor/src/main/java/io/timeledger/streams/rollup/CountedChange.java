package io.timeledger.streams.rollup;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.TimeEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The entry before and after an event, where it counts. Running and deleted entries do not count.
record CountedChange(Optional<TimeEntry> before, Optional<TimeEntry> after) {
  private static final CountedChange NONE = new CountedChange(Optional.empty(), Optional.empty());

  static CountedChange of(Event event) {
    return event.type().movesTotals()
        ? new CountedChange(counted(event.before()), counted(event.data()))
        : NONE;
  }

  private static Optional<TimeEntry> counted(@Nullable Resource resource) {
    return resource instanceof TimeEntry entry && !entry.isRunning() && !entry.isDeleted()
        ? Optional.of(entry)
        : Optional.empty();
  }
}

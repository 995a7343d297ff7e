package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.UnreadableItem;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The content of a file within a window.
///
/// @param pollAfter poll interval that the file suggests; null for none
record IcsContent(
    List<SourceEvent> events,
    List<UnreadableItem> unreadable,
    int unreadableCount,
    @Nullable String name,
    @Nullable ZoneId zone,
    @Nullable Duration pollAfter) {}

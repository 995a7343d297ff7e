package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.UnreadableItem;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file holds for a window.
///
/// @param pollAfter as the file asks; null when it does not
record IcsContent(
    List<SourceEvent> events,
    List<UnreadableItem> unreadable,
    int unreadableCount,
    @Nullable String name,
    @Nullable ZoneId zone,
    @Nullable Duration pollAfter) {}

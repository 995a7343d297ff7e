package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.EventCursor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The result of a complete round.
///
/// @param cursor where the next round continues
/// @param queryVersion of the provider that made the cursor
/// @param listing the calendar's description, if a response had one
/// @param pollAfter poll interval that the source suggested last; null for none
/// @param nextDueAt when the calendar is due again
/// @param figures without the last slice
/// @param generation of a round that may delete sources it did not read; null otherwise
/// @param words about unreadable items; null if there were none
public record RoundEnd(
    EventCursor cursor,
    int queryVersion,
    @Nullable CalendarListing listing,
    @Nullable Duration pollAfter,
    Instant nextDueAt,
    RoundFigures figures,
    @Nullable Generation generation,
    @Nullable String words) {}

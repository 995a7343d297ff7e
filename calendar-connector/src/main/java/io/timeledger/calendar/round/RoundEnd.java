package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.EventCursor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a round ended that came to its end.
///
/// @param cursor where the next one goes on
/// @param queryVersion of what asked for the cursor
/// @param listing the calendar's description, if an answer had one
/// @param pollAfter how often the source wants to be read, as it said last
/// @param nextDueAt when the calendar is due again
/// @param figures before the last slice
/// @param generation of a full round that may say what is gone; null for another
/// @param words about items that could not be read; null when there were none
public record RoundEnd(
    EventCursor cursor,
    int queryVersion,
    @Nullable CalendarListing listing,
    @Nullable Duration pollAfter,
    Instant nextDueAt,
    RoundFigures figures,
    @Nullable Generation generation,
    @Nullable String words) {}

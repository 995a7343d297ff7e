package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.schemas.id.CalendarId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A source as folding needs it.
///
/// @param event its title as stored: none if it is private and its owner did not choose to show it
/// @param primary whether the calendar is its account's own
/// @param writable whether the member may change the calendar
/// @param connectedAt when the calendar's connection was made
/// @param hidden null when the source shows
public record FoldedSource(
    CalendarId calendarId,
    SourceEvent event,
    boolean primary,
    boolean writable,
    Instant connectedAt,
    @Nullable HiddenReason hidden) {}

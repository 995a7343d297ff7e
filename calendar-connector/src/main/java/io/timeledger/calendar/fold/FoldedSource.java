package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.schemas.id.CalendarId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source with what folding needs.
///
/// @param event as stored: without title if it is private, unless the owner chose to show private
///     titles
/// @param contactHashes of its attendees, sorted
/// @param primary whether the calendar is the primary one of its account
/// @param writable whether the member may change the calendar
/// @param connectedAt when the calendar's connection was created
/// @param hidden null for a visible source
public record FoldedSource(
    CalendarId calendarId,
    SourceEvent event,
    List<String> contactHashes,
    boolean primary,
    boolean writable,
    Instant connectedAt,
    @Nullable HiddenReason hidden) {
  public FoldedSource {
    contactHashes = List.copyOf(contactHashes);
  }
}

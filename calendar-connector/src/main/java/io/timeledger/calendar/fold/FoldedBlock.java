package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.EventTime;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.resource.BlockKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One meeting of one member.
///
/// @param calendarId of the source that is shown
/// @param title null for a private event whose title is not stored, and for one without title
/// @param isPrivate whether any source is
/// @param tentative whether the shown source is tentative or unanswered
/// @param sources those that show, the shown one first
public record FoldedBlock(
    CalendarId calendarId,
    BlockKind kind,
    @Nullable String title,
    boolean isPrivate,
    boolean tentative,
    EventTime time,
    boolean recurring,
    @Nullable String organizerDomain,
    List<String> attendeeDomains,
    int guests,
    List<SourceLink> sources) {
  public FoldedBlock {
    attendeeDomains = List.copyOf(attendeeDomains);
    sources = List.copyOf(sources);
  }

  /// Where a block comes from.
  public record SourceLink(CalendarId calendarId, String eventRef) {}
}

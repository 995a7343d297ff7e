package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.EventTime;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.resource.BlockKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One meeting of one member.
///
/// @param calendarId of the source that is shown
/// @param title null for an event without title, and for a private one whose title is not stored
/// @param isPrivate whether any visible source is private
/// @param tentative whether the shown source is tentative or unanswered
/// @param contactHashes of the shown source's attendees, sorted
/// @param sources visible sources, the shown one first
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
    List<String> contactHashes,
    int guests,
    List<SourceLink> sources) {
  public FoldedBlock {
    attendeeDomains = List.copyOf(attendeeDomains);
    contactHashes = List.copyOf(contactHashes);
    sources = List.copyOf(sources);
  }

  /// Whether it has no title because it is private. As its owner can choose to see titles, this
  /// says nothing about the event.
  boolean isTitleWithheld() {
    return isPrivate && title == null;
  }

  /// Identifies a source of the block.
  public record SourceLink(CalendarId calendarId, String eventRef) {}
}

package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.reference.References;
import java.util.List;

/// Takes reasons for a review away that a change has mended: from the entry itself, and, where it
/// left the time of another, from that one. Others are looked at only if they touch the time that
/// was left, and not where the workspace allows overlaps. What settings or a project mend for many
/// entries at once is taken away when each of them is edited next.
///
/// It reaches into locked timesheets and invoices, too: they keep time and money as they are, and
/// a reason that does not hold is neither.
final class Mending {
  private Mending() {}

  /// @param entry whose required fields are all there
  static TimeEntry ofItself(TimeEntry entry, Draft decision) {
    TimeEntry mended = Review.clear(entry, Review.FIELDS_MISSING);
    if (!EntryTimes.of(mended).isTooLong()) {
      mended = Review.clear(mended, Review.TOO_LONG);
    }
    if (!hasArchivedProject(mended, decision)) {
      mended = Review.clear(mended, Review.PROJECT_ARCHIVED);
    }
    return Review.has(mended, Review.OVERLAP)
            && !Overlaps.any(mended, decision.state(), decision.now())
        ? Review.clear(mended, Review.OVERLAP)
        : mended;
  }

  /// @param left an entry as it was before it was moved, shortened or deleted, which is decided
  static void ofOthers(TimeEntry left, Draft decision) {
    if (decision.state().settings().overlapPolicy() == OverlapPolicy.ALLOW) {
      return;
    }
    List<TimeEntry> flagged =
        Overlaps.of(left, decision.state(), decision.now())
            .filter(other -> Review.has(other, Review.OVERLAP))
            .filter(other -> !Overlaps.any(other, decision.state(), decision.now()))
            .toList();
    for (TimeEntry other : flagged) {
      decision.change(EventType.TIME_ENTRY_UPDATED, Review.clear(other, Review.OVERLAP), other);
    }
  }

  static boolean hasArchivedProject(TimeEntry entry, Draft decision) {
    return entry.projectId() != null
        && decision
            .state()
            .project(entry.projectId())
            .filter(project -> !References.isOpen(project))
            .isPresent();
  }
}

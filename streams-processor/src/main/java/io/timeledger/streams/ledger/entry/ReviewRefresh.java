package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.reference.ReferenceCheck;
import io.timeledger.streams.ledger.review.ReviewReasons;
import java.util.List;

/// Takes reasons for a review away that a change has mended: from the entry itself, and, where it
/// left the time of another, from that one. Others are looked at only if they touch the time that
/// was left, and not where the workspace allows overlaps. What settings or a project mend for many
/// entries at once is taken away when each of them is edited next.
///
/// It reaches into locked timesheets and invoices, too: they keep time and money as they are, and
/// a reason that does not hold is neither.
final class ReviewRefresh {
  private ReviewRefresh() {}

  /// @param entry whose required fields are all there
  static TimeEntry ofItself(TimeEntry entry, DecisionBuilder decision) {
    TimeEntry mended = ReviewReasons.clear(entry, ReviewReasons.FIELDS_MISSING);
    if (!EntryTimes.of(mended).isTooLong()) {
      mended = ReviewReasons.clear(mended, ReviewReasons.TOO_LONG);
    }
    if (!hasArchivedProject(mended, decision)) {
      mended = ReviewReasons.clear(mended, ReviewReasons.PROJECT_ARCHIVED);
    }
    return ReviewReasons.has(mended, ReviewReasons.OVERLAP)
            && !Overlaps.any(mended, decision.state(), decision.now())
        ? ReviewReasons.clear(mended, ReviewReasons.OVERLAP)
        : mended;
  }

  /// @param left an entry as it was before it was moved, shortened or deleted, which is decided
  static void ofOthers(TimeEntry left, DecisionBuilder decision) {
    if (decision.state().settings().overlapPolicy() == OverlapPolicy.ALLOW) {
      return;
    }
    List<TimeEntry> flagged =
        Overlaps.of(left, decision.state(), decision.now())
            .filter(other -> ReviewReasons.has(other, ReviewReasons.OVERLAP))
            .filter(other -> !Overlaps.any(other, decision.state(), decision.now()))
            .toList();
    for (TimeEntry other : flagged) {
      decision.change(
          EventType.TIME_ENTRY_UPDATED, ReviewReasons.clear(other, ReviewReasons.OVERLAP), other);
    }
  }

  static boolean hasArchivedProject(TimeEntry entry, DecisionBuilder decision) {
    return entry.projectId() != null
        && decision
            .state()
            .project(entry.projectId())
            .filter(project -> !ReferenceCheck.isOpen(project))
            .isPresent();
  }
}

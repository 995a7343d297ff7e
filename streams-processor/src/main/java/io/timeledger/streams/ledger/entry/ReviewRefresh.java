package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.reference.ReferenceCheck;
import io.timeledger.streams.ledger.review.ReviewReasons;
import java.util.List;

/// Removes review reasons that a change has fixed: from the entry itself, and from other entries
/// that it no longer overlaps. Checks only those others that touch the released time, and none
/// where the workspace allows overlaps. Reasons fixed by a change of settings or of a project go
/// when the entry is edited next.
///
/// Also applies in locked timesheets and invoices: they freeze time and money, and an obsolete
/// reason is neither.
final class ReviewRefresh {
  private ReviewRefresh() {}

  /// @param entry with all required fields present
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

  /// @param left an entry before its move, shortening or deletion, which is already in the state
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

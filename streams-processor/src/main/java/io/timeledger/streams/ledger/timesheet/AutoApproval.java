package io.timeledger.streams.ledger.timesheet;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.TimesheetStatus;
import io.timeledger.streams.ledger.DecisionBuilder;

/// A timesheet of nothing but entries that automation rules approve, none of them for review, is
/// approved as it is submitted, unless a route says who decides. It was approved by nobody:
/// `approved_by` is null.
final class AutoApproval {
  private AutoApproval() {}

  static boolean isDue(Timesheet sheet, SheetEntries entries) {
    return sheet.status() == TimesheetStatus.SUBMITTED
        && sheet.approvalLevels() == null
        && entries.counted().stream().map(TimeEntry::autoApprove).allMatch(Boolean.TRUE::equals)
        && entries.counted().stream().noneMatch(TimeEntry::needsReview);
  }

  static Timesheet approve(Timesheet sheet, DecisionBuilder decision) {
    return decision.change(
        EventType.TIMESHEET_APPROVED,
        sheet.with(b -> b.status(TimesheetStatus.APPROVED).approvedAt(decision.now())),
        sheet);
  }
}

package io.timeledger.streams.ledger.timesheet;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.TimesheetStatus;
import io.timeledger.streams.ledger.DecisionBuilder;

/// Approves a timesheet on submission if automation rules approve all its entries, none is flagged
/// for review, and it has no route. `approved_by` is then null.
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

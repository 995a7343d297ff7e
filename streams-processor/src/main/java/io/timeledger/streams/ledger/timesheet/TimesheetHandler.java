package io.timeledger.streams.ledger.timesheet;

import io.timeledger.schemas.command.TimesheetCommand;
import io.timeledger.schemas.command.TimesheetCommand.AnnotateTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.ApproveTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.RejectTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.ReopenTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.WithdrawTimesheet;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.TimesheetStatus;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import io.timeledger.streams.ledger.review.ReviewReasons;
import java.util.List;

/// Moves a timesheet through its approval. A step makes one `timesheet.*` event and then one
/// `time_entry.status_changed` per entry, in one transaction, so that all derived data stays
/// consistent.
public final class TimesheetHandler {
  private TimesheetHandler() {}

  public static List<ReplyItem> decide(
      TimesheetCommand command, Rights rights, DecisionBuilder decision) {
    Timesheet sheet =
        decision
            .state()
            .timesheet(command.id())
            .orElseThrow(() -> Refusal.notFound("timesheet " + command.id()));
    if (!mayKnow(sheet, rights)) {
      throw hidden(command, rights);
    }
    SheetEntries entries = SheetEntries.of(sheet, decision.state());
    Timesheet after =
        switch (command) {
          case SubmitTimesheet _ ->
              TimesheetTransitions.submit(sheet, entries, rights, decision.state(), decision.now());
          case WithdrawTimesheet _ -> TimesheetTransitions.withdraw(sheet, rights);
          case ApproveTimesheet approve ->
              TimesheetTransitions.approve(
                  sheet, approve.comment(), rights, decision.state(), decision.now());
          case RejectTimesheet reject ->
              TimesheetTransitions.reject(
                  sheet, reject.reason(), rights, decision.state(), decision.now());
          case ReopenTimesheet reopen ->
              TimesheetTransitions.reopen(sheet, reopen.reason(), entries, rights);
          case AnnotateTimesheet annotate ->
              TimesheetTransitions.annotate(sheet, annotate.note(), rights);
        };
    VersionCheck.require(sheet, entries::contents, command.ifVersion(), decision);
    if (after.equals(sheet)) {
      return List.of(ReplyItem.of(Status.UNCHANGED, entries.totalsOn(sheet)));
    }
    Timesheet changed =
        decision.change(
            isLevelOnly(command, after) ? EventType.TIMESHEET_LEVEL_APPROVED : eventOf(command),
            entries.totalsOn(after),
            entries.totalsOn(sheet));
    if (changed.status() != sheet.status()) {
      moveEntries(sheet, changed, entries, decision);
    }
    if (command instanceof SubmitTimesheet && AutoApproval.isDue(changed, entries)) {
      changed = AutoApproval.approve(changed, decision);
      moveEntries(changed, changed, SheetEntries.of(changed, decision.state()), decision);
    }
    return List.of(
        ReplyItem.of(Status.UPDATED, SheetEntries.of(changed, decision.state()).totalsOn(changed)));
  }

  /// Approvers may see it without the right to read, so that refusals can be explained to them.
  private static boolean mayKnow(Timesheet sheet, Rights rights) {
    return rights.is(sheet.userId())
        || ApprovalAuthority.isNamed(sheet, rights)
        || (rights.reaches(sheet.userId())
            && (rights.may(Permission.READ_ALL) || rights.may(Permission.APPROVE)));
  }

  private static boolean isLevelOnly(TimesheetCommand command, Timesheet after) {
    return command instanceof ApproveTimesheet && after.status() == TimesheetStatus.SUBMITTED;
  }

  /// "Not found" for callers who may not see it; attempts to decide it are audited.
  private static Refusal hidden(TimesheetCommand command, Rights rights) {
    Refusal notFound = Refusal.notFound("timesheet " + command.id());
    return switch (command) {
      case ApproveTimesheet _ ->
          denied(notFound, EventType.TIMESHEET_APPROVED_DENIED, command, rights);
      case RejectTimesheet _ ->
          denied(notFound, EventType.TIMESHEET_REJECTED_DENIED, command, rights);
      case ReopenTimesheet _ ->
          denied(notFound, EventType.TIMESHEET_REOPENED_DENIED, command, rights);
      case SubmitTimesheet _, WithdrawTimesheet _, AnnotateTimesheet _ -> notFound;
    };
  }

  private static Refusal denied(
      Refusal refusal, EventType denial, TimesheetCommand command, Rights rights) {
    return rights.deny(refusal.problem(), denial, eventOf(command), command.id().value());
  }

  private static void moveEntries(
      Timesheet before, Timesheet after, SheetEntries entries, DecisionBuilder decision) {
    for (TimeEntry entry : entries.counted()) {
      decision.change(
          EventType.TIME_ENTRY_STATUS_CHANGED,
          entry.with(b -> b.status(TimesheetLookup.entryStatus(after))),
          entry);
    }
    if (before.isLocked() && !after.isLocked()) {
      for (TimeEntry late : entries.late()) {
        decision.change(
            EventType.TIME_ENTRY_STATUS_CHANGED,
            ReviewReasons.clear(late, ReviewReasons.TIMESHEET_LOCKED)
                .with(b -> b.status(TimesheetLookup.entryStatus(after)).timesheetId(after.id())),
            late);
      }
    }
  }

  private static EventType eventOf(TimesheetCommand command) {
    return switch (command) {
      case SubmitTimesheet _ -> EventType.TIMESHEET_SUBMITTED;
      case WithdrawTimesheet _ -> EventType.TIMESHEET_WITHDRAWN;
      case ApproveTimesheet _ -> EventType.TIMESHEET_APPROVED;
      case RejectTimesheet _ -> EventType.TIMESHEET_REJECTED;
      case ReopenTimesheet _ -> EventType.TIMESHEET_REOPENED;
      case AnnotateTimesheet _ -> EventType.TIMESHEET_UPDATED;
    };
  }
}

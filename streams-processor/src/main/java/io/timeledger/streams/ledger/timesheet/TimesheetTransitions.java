package io.timeledger.streams.ledger.timesheet;

import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.ApprovalRoute;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.TimesheetStatus;
import io.timeledger.schemas.text.VisibleText;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.approval.ApprovalRouteSelector;
import io.timeledger.streams.ledger.state.LedgerState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The state machine of timesheets: who may make each transition, from which status, to which. Each
/// checks the right first, then the status, then the rest.
final class TimesheetTransitions {
  private TimesheetTransitions() {}

  static Timesheet submit(
      Timesheet sheet, SheetEntries entries, Rights rights, LedgerState state, Instant now) {
    if (!rights.is(sheet.userId())) {
      rights.require(Permission.ADMIN);
    } else if (!rights.may(Permission.ADMIN)) {
      rights.require(Permission.WRITE);
    }
    if (sheet.isLocked()) {
      throw wrongStatus(ErrorCode.TIMESHEET_NOT_DRAFT, sheet, "draft or rejected");
    }
    if (!entries.running().isEmpty()) {
      throw Refusal.of(
          ErrorCode.TIMER_RUNNING,
          "the entry %s of the period is still running"
              .formatted(entries.running().getFirst().id()));
    }
    if (entries.totalSeconds() == 0) {
      throw Refusal.of(ErrorCode.TIMESHEET_EMPTY, "the timesheet " + sheet.id() + " has no time");
    }
    ApprovalRoute route = ApprovalRouteSelector.of(sheet, entries.counted(), state).orElse(null);
    return sheet.with(
        b ->
            b.status(TimesheetStatus.SUBMITTED)
                .approvalRouteId(route == null ? null : route.id())
                .approvalLevels(route == null ? null : route.levels())
                .approvalComment(null)
                .submittedAt(now)
                .submittedBy(rights.userId())
                .approvedAt(null)
                .approvedBy(null)
                .rejectedAt(null)
                .rejectedBy(null)
                .reason(null)
                .level(1));
  }

  static Timesheet withdraw(Timesheet sheet, Rights rights) {
    if (!rights.is(sheet.userId())) {
      throw Refusal.of(ErrorCode.FORBIDDEN, "only its owner withdraws a timesheet");
    }
    rights.require(Permission.WRITE);
    requireSubmitted(sheet);
    return sheet.with(
        b ->
            b.status(TimesheetStatus.DRAFT)
                .submittedAt(null)
                .submittedBy(null)
                .approvalRouteId(null)
                .approvalLevels(null)
                .approvalComment(null)
                .level(1));
  }

  /// The timesheet approved or, if levels remain, waiting at the next.
  static Timesheet approve(
      Timesheet sheet, @Nullable String comment, Rights rights, LedgerState state, Instant now) {
    rights.requireAudited(
        Permission.APPROVE,
        EventType.TIMESHEET_APPROVED_DENIED,
        EventType.TIMESHEET_APPROVED,
        sheet.subject());
    if (rights.is(sheet.userId()) && !state.settings().allowSelfApproval()) {
      throw rights.deny(
          Problem.of(ErrorCode.SELF_APPROVAL, "the workspace does not allow self-approval"),
          EventType.TIMESHEET_APPROVED_DENIED,
          EventType.TIMESHEET_APPROVED,
          sheet.subject());
    }
    requireSubmitted(sheet);
    ApprovalAuthority.require(
        sheet, rights, state, EventType.TIMESHEET_APPROVED_DENIED, EventType.TIMESHEET_APPROVED);
    if (sheet.hasNextLevel()) {
      return sheet.with(b -> b.level(sheet.level() + 1).approvalComment(comment));
    }
    return sheet.with(
        b ->
            b.status(TimesheetStatus.APPROVED)
                .approvedAt(now)
                .approvedBy(rights.userId())
                .approvalComment(comment));
  }

  static Timesheet reject(
      Timesheet sheet, @Nullable String reason, Rights rights, LedgerState state, Instant now) {
    rights.requireAudited(
        Permission.APPROVE,
        EventType.TIMESHEET_REJECTED_DENIED,
        EventType.TIMESHEET_REJECTED,
        sheet.subject());
    requireSubmitted(sheet);
    ApprovalAuthority.require(
        sheet, rights, state, EventType.TIMESHEET_REJECTED_DENIED, EventType.TIMESHEET_REJECTED);
    if (reason == null || !VisibleText.isIn(reason)) {
      throw Refusal.of(ErrorCode.REASON_REQUIRED, "reason", "a rejection needs a reason");
    }
    return sheet.with(
        b ->
            b.status(TimesheetStatus.REJECTED)
                .rejectedAt(now)
                .rejectedBy(rights.userId())
                .reason(reason)
                .level(1));
  }

  static Timesheet reopen(
      Timesheet sheet, @Nullable String reason, SheetEntries entries, Rights rights) {
    rights.requireAudited(
        Permission.APPROVE,
        EventType.TIMESHEET_REOPENED_DENIED,
        EventType.TIMESHEET_REOPENED,
        sheet.subject());
    if (sheet.status() != TimesheetStatus.APPROVED) {
      throw wrongStatus(ErrorCode.TIMESHEET_NOT_APPROVED, sheet, "approved");
    }
    if (entries.anyInvoiced()) {
      throw Refusal.of(ErrorCode.TIMESHEET_INVOICED, "an entry of the timesheet is invoiced");
    }
    return sheet.with(
        b ->
            b.status(TimesheetStatus.DRAFT)
                .submittedAt(null)
                .submittedBy(null)
                .approvedAt(null)
                .approvedBy(null)
                .approvalRouteId(null)
                .approvalLevels(null)
                .approvalComment(null)
                .reason(reason)
                .level(1));
  }

  /// Requires the right to write for the owner; any status will do.
  static Timesheet annotate(Timesheet sheet, Patch<String> note, Rights rights) {
    rights.requireWrite(sheet.userId(), "timesheet " + sheet.id());
    return sheet.with(b -> b.note(note.orKeep(sheet.note())));
  }

  private static void requireSubmitted(Timesheet sheet) {
    if (sheet.status() != TimesheetStatus.SUBMITTED) {
      throw wrongStatus(ErrorCode.TIMESHEET_NOT_SUBMITTED, sheet, "submitted");
    }
  }

  private static Refusal wrongStatus(ErrorCode code, Timesheet sheet, String expected) {
    return Refusal.of(
        code,
        "the timesheet %s is %s (expected: %s)"
            .formatted(sheet.id(), EntryStatusOf.name(sheet.status()), expected));
  }
}

package io.timeledger.streams.ledger.timesheet;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.TimesheetBuilder;
import io.timeledger.schemas.resource.TimesheetStatus;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.state.LedgerState;
import java.time.LocalDate;

/// Finds the timesheet that covers an entry's day, or creates it.
public final class TimesheetLookup {
  private TimesheetLookup() {}

  /// The timesheet of the day, which must be open.
  ///
  /// @throws Refusal `timesheet_locked`
  public static Timesheet requireOpen(DecisionBuilder decision, UserId user, LocalDate day) {
    requireUnlocked(decision.state(), user, day);
    return ofDay(decision, user, day);
  }

  /// @throws Refusal `timesheet_locked`; a day without a timesheet is open
  public static void requireUnlocked(LedgerState state, UserId user, LocalDate day) {
    state
        .timesheet(user, day)
        .filter(Timesheet::isLocked)
        .ifPresent(
            sheet -> {
              throw Refusal.of(
                  ErrorCode.TIMESHEET_LOCKED,
                  "log_date",
                  "the timesheet %s of %s to %s is %s"
                      .formatted(
                          sheet.id(),
                          sheet.periodStart(),
                          sheet.periodEnd(),
                          EntryStatusOf.name(sheet.status())));
            });
  }

  /// The timesheet of the day, locked or not.
  public static Timesheet ofDay(DecisionBuilder decision, UserId user, LocalDate day) {
    return decision.state().timesheet(user, day).orElseGet(() -> create(decision, user, day));
  }

  /// The status that entries of a timesheet mirror.
  public static EntryStatus entryStatus(Timesheet sheet) {
    return EntryStatusOf.sheet(sheet.status());
  }

  private static Timesheet create(DecisionBuilder decision, UserId user, LocalDate day) {
    TimesheetPeriod period = TimesheetPeriod.of(day, user, decision.state());
    return decision.change(
        EventType.TIMESHEET_CREATED,
        TimesheetBuilder.builder()
            .id(new TimesheetId(decision.newId("ts")))
            .workspaceId(decision.state().workspaceId())
            .userId(user)
            .periodStart(period.start())
            .periodEnd(period.end())
            .status(TimesheetStatus.DRAFT)
            .level(1)
            .createdAt(decision.now())
            .updatedAt(decision.now())
            .build(),
        null);
  }
}

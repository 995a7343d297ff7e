package io.timeledger.streams.ledger.timesheet;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.TimesheetBuilder;
import io.timeledger.schemas.resource.TimesheetStatus;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.state.LedgerState;
import java.time.LocalDate;

/// The timesheet that an entry belongs to: the one that covers its day, made when there is none.
public final class Sheets {
  private Sheets() {}

  /// The timesheet of the day, open to change.
  ///
  /// @throws Refusal `timesheet_locked`
  public static Timesheet requireOpen(Draft draft, UserId user, LocalDate day) {
    requireUnlocked(draft.state(), user, day);
    return ofDay(draft, user, day);
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
  public static Timesheet ofDay(Draft draft, UserId user, LocalDate day) {
    return draft.state().timesheet(user, day).orElseGet(() -> create(draft, user, day));
  }

  /// The status that entries of a timesheet mirror.
  public static EntryStatus entryStatus(Timesheet sheet) {
    return EntryStatusOf.sheet(sheet.status());
  }

  private static Timesheet create(Draft draft, UserId user, LocalDate day) {
    Period period = Period.of(day, user, draft.state());
    return draft.change(
        EventType.TIMESHEET_CREATED,
        TimesheetBuilder.builder()
            .id(new TimesheetId(draft.newId("ts")))
            .workspaceId(draft.state().workspaceId())
            .userId(user)
            .periodStart(period.start())
            .periodEnd(period.end())
            .status(TimesheetStatus.DRAFT)
            .level(1)
            .createdAt(draft.now())
            .updatedAt(draft.now())
            .build(),
        null);
  }
}

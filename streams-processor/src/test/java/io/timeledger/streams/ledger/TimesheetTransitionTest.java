package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.day;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.MANAGER;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static io.timeledger.streams.ledger.LedgerFixture.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.TimesheetCommand;
import io.timeledger.schemas.command.TimesheetCommand.AnnotateTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.ApproveTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.RejectTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.ReopenTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.WithdrawTimesheet;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.TimesheetStatus;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesheetTransitionTest {
  private final LedgerFixture ledger = new LedgerFixture();

  @Nested
  class EveryStepFromEveryStatus {

    @ParameterizedTest(name = "{1} of a {0} timesheet by {2}: {3}")
    @CsvSource(
        nullValues = "-",
        textBlock =
            """
            draft,     submit,   u_ann,     submitted
            rejected,  submit,   u_ann,     submitted
            submitted, submit,   u_ann,     timesheet_not_draft
            approved,  submit,   u_ann,     timesheet_not_draft
            draft,     submit,   u_owner,   submitted
            draft,     submit,   u_manager, forbidden
            draft,     submit,   u_viewer,  not_found
            draft,     submit,   u_ben,     not_found
            draft,     withdraw, u_ann,     timesheet_not_submitted
            rejected,  withdraw, u_ann,     timesheet_not_submitted
            submitted, withdraw, u_ann,     draft
            approved,  withdraw, u_ann,     timesheet_not_submitted
            submitted, withdraw, u_manager, forbidden
            draft,     approve,  u_manager, timesheet_not_submitted
            rejected,  approve,  u_manager, timesheet_not_submitted
            submitted, approve,  u_manager, approved
            approved,  approve,  u_manager, timesheet_not_submitted
            submitted, approve,  u_ann,     forbidden
            submitted, approve,  u_ben,     not_found
            draft,     reject,   u_manager, timesheet_not_submitted
            rejected,  reject,   u_manager, timesheet_not_submitted
            submitted, reject,   u_manager, rejected
            approved,  reject,   u_manager, timesheet_not_submitted
            submitted, reject,   u_ann,     forbidden
            draft,     reopen,   u_manager, timesheet_not_approved
            rejected,  reopen,   u_manager, timesheet_not_approved
            submitted, reopen,   u_manager, timesheet_not_approved
            approved,  reopen,   u_manager, draft
            approved,  reopen,   u_ann,     forbidden
            """)
    void leadsWhereTheTableSays(String from, String step, String user, String expected) {
      TimesheetId id = sheetIn(from);

      LedgerFixture.When when = ledger.as(new UserId(user)).when(command(step, id));

      String outcome = when.refusal();
      assertThat(outcome == null ? name(sheet(id).status()) : outcome).isEqualTo(expected);
      ledger.verifyReplay();
    }

    private TimesheetId sheetIn(String status) {
      TimesheetId id = draft();
      switch (status) {
        case "submitted" -> step(ANN, "submit", id);
        case "approved" -> {
          step(ANN, "submit", id);
          step(MANAGER, "approve", id);
        }
        case "rejected" -> {
          step(ANN, "submit", id);
          step(MANAGER, "reject", id);
        }
        default -> assertThat(status).isEqualTo("draft");
      }
      return id;
    }

    private void step(UserId user, String step, TimesheetId id) {
      ledger.as(user).when(command(step, id)).accepted();
    }
  }

  @Test
  void movesEachEntryAlongInTheSameDecision() {
    TimesheetId id = draft();
    ledger.when(day("2026-06-02", 1800)).accepted();

    LedgerFixture.When when = ledger.when(new SubmitTimesheet(id, null));

    assertThat(when.names())
        .containsExactly(
            "timesheet.submitted", "time_entry.status_changed", "time_entry.status_changed");
    assertThat(when.first(Timesheet.class).totalSeconds()).isEqualTo(5400);
    assertThat(when.events().get(1).data())
        .isInstanceOfSatisfying(
            TimeEntry.class, e -> assertThat(e.status()).isEqualTo(EntryStatus.SUBMITTED));
  }

  @Test
  void refusesAnEmptyTimesheet() {
    TimesheetId id = draft();
    ledger.state().entries(ANN, sheet(id).periodStart(), sheet(id).periodEnd()).stream()
        .map(TimeEntry::id)
        .toList()
        .forEach(entry -> ledger.when(new DeleteEntry(entry, null)).accepted());

    assertThat(ledger.when(new SubmitTimesheet(id, null)).refusal()).isEqualTo("timesheet_empty");
  }

  @Test
  void refusesSubmissionWhileATimerRunsInThePeriod() {
    TimesheetId id = draft();
    ledger.at("2026-06-02T09:00:00Z").when(Commands.start()).accepted();

    assertThat(ledger.when(new SubmitTimesheet(id, null)).refusal()).isEqualTo("timer_running");
  }

  @Test
  void needsAReasonToReject() {
    TimesheetId id = draft();
    ledger.when(new SubmitTimesheet(id, null)).accepted();

    LedgerFixture.When when =
        ledger.as(MANAGER).when(new RejectTimesheet(id, " \u00A0\u3164\u200B", null));

    assertThat(when.refusal()).isEqualTo("reason_required");
  }

  @Test
  void tellsTheAuditOfADeniedApproval() {
    TimesheetId id = draft();
    ledger.when(new SubmitTimesheet(id, null)).accepted();

    LedgerFixture.When when = ledger.as(ANN).when(new ApproveTimesheet(id, null));

    assertThat(when.refusal()).isEqualTo("forbidden");
    assertThat(when.eventNames()).containsExactly("timesheet.approved.denied");
    ledger.verifyReplay();
  }

  @Test
  void tellsTheAuditOfADeniedApprovalAlsoWhereTheTimesheetIsHidden() {
    TimesheetId id = draft();
    ledger.when(new SubmitTimesheet(id, null)).accepted();

    LedgerFixture.When when = ledger.as(BEN).when(new ApproveTimesheet(id, null));

    assertThat(when.refusal()).isEqualTo("not_found");
    assertThat(when.eventNames()).containsExactly("timesheet.approved.denied");
  }

  @Test
  void letsNobodyApproveTheirOwnUnlessTheWorkspaceAllowsIt() {
    ledger.as(OWNER);
    TimesheetId id =
        Objects.requireNonNull(
            ledger.when(day("2026-06-01", 3600)).first(TimeEntry.class).timesheetId());
    ledger.when(new SubmitTimesheet(id, null)).accepted();
    assertThat(ledger.when(new ApproveTimesheet(id, null)).refusal()).isEqualTo("self_approval");

    ledger.settings(s -> s.allowSelfApproval(Patch.of(true)));

    assertThat(ledger.when(new ApproveTimesheet(id, null)).refusal()).isNull();
  }

  @Test
  void locksItsPeriodForCreateEditDeleteAndMoves() {
    TimesheetId id = draft();
    TimeEntry outside = ledger.when(day("2026-05-20", 600)).first(TimeEntry.class);
    TimeEntry inside =
        ledger.state().entries(ANN, sheet(id).periodStart(), sheet(id).periodEnd()).getFirst();
    ledger.when(new SubmitTimesheet(id, null)).accepted();

    assertThat(ledger.when(day("2026-06-01", 60)).refusal()).isEqualTo("timesheet_locked");
    assertThat(ledger.when(Commands.edit(inside, b -> b.description(Patch.of("late")))).refusal())
        .isEqualTo("timesheet_locked");
    assertThat(ledger.when(new DeleteEntry(inside.id(), null)).refusal())
        .isEqualTo("timesheet_locked");
    assertThat(
            ledger
                .when(
                    Commands.edit(outside, b -> b.logDate(Patch.of(LocalDate.parse("2026-06-01")))))
                .refusal())
        .isEqualTo("timesheet_locked");
  }

  @Test
  void keepsATimerStoppedIntoALockedPeriodOutsideItsTotalsUntilReopened() {
    ledger.settings(s -> s.allowFutureEntries(Patch.of(true)));
    TimesheetId id = draft();
    ledger.when(new SubmitTimesheet(id, null)).accepted();
    ledger.at("2026-06-02T09:00:00Z").when(Commands.start()).accepted();

    TimeEntry late = ledger.at("2026-06-02T10:00:00Z").when(Commands.stop()).first(TimeEntry.class);

    assertThat(late.needsReview()).isTrue();
    assertThat(late.reviewReason()).isEqualTo("timesheet_locked");
    assertThat(late.timesheetId()).isNull();
    assertThat(late.status()).isEqualTo(EntryStatus.DRAFT);
    ledger.as(MANAGER).when(new ApproveTimesheet(id, null)).accepted();
    Timesheet reopened =
        ledger.when(new ReopenTimesheet(id, "late entry", null)).first(Timesheet.class);
    assertThat(reopened.totalSeconds()).isEqualTo(3600 + 3600);
    TimeEntry counted = ledger.state().entry(late.id()).orElseThrow();
    assertThat(counted.timesheetId()).isEqualTo(id);
    assertThat(counted.needsReview()).isFalse();
    ledger.verifyReplay();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01", "2026-01-01", "2026-12-31", "2199-12-31"})
  void knowsTheSheetOfADayAlsoAtTheEndsOfYears(String day) {
    ledger.as(ANN).settings(s -> s.allowFutureEntries(Patch.of(true)));
    TimeEntry first = ledger.as(ANN).when(day(day, 60)).first(TimeEntry.class);
    TimeEntry second = ledger.when(day(day, 60)).first(TimeEntry.class);

    assertThat(second.timesheetId()).isNotNull().isEqualTo(first.timesheetId());
  }

  @Test
  void givesOneShortPeriodWhenTheWeekStartChanges() {
    TimesheetId monday = draft();
    ledger.settings(s -> s.weekStartDay(Patch.of(3)).allowFutureEntries(Patch.of(true)));

    TimeEntry next = ledger.as(ANN).when(day("2026-06-09", 60)).first(TimeEntry.class);

    Timesheet sheet = sheet(Objects.requireNonNull(next.timesheetId()));
    assertThat(sheet(monday).periodEnd()).hasToString("2026-06-07");
    assertThat(sheet.periodStart()).hasToString("2026-06-08");
    assertThat(sheet.periodEnd()).hasToString("2026-06-09");
  }

  @Test
  void refusesAStaleVersion() {
    TimesheetId id = draft();
    ledger.when(new AnnotateTimesheet(id, Patch.of("first"), 1)).accepted();

    assertThat(ledger.when(new AnnotateTimesheet(id, Patch.of("second"), 1)).refusal())
        .isEqualTo("version_mismatch");
  }

  @Test
  void cutsRightsToThoseOfTheToken() {
    TimesheetId id = draft();
    ledger.when(new SubmitTimesheet(id, null)).accepted();

    LedgerFixture.When when =
        ledger
            .as(MANAGER)
            .when("narrow", new ApproveTimesheet(id, null), EnumSet.of(Permission.READ_ALL));

    assertThat(when.refusal()).isEqualTo("forbidden");
  }

  @Test
  void hidesTheTimesheetsOfOthersFromMembers() {
    TimesheetId id = draft();

    assertThat(ledger.as(BEN).when(new SubmitTimesheet(id, null)).refusal()).isEqualTo("not_found");
    assertThat(ledger.as(VIEWER).when(new SubmitTimesheet(id, null)).refusal())
        .isEqualTo("not_found");
  }

  private TimesheetId draft() {
    TimeEntry entry =
        ledger
            .as(ANN)
            .at("2026-06-02T08:00:00Z")
            .when(day("2026-06-01", 3600))
            .first(TimeEntry.class);
    return Objects.requireNonNull(entry.timesheetId());
  }

  private Timesheet sheet(TimesheetId id) {
    return ledger.state().timesheet(id).orElseThrow();
  }

  private static TimesheetCommand command(String step, TimesheetId id) {
    @Nullable Integer any = null;
    return switch (step) {
      case "submit" -> new SubmitTimesheet(id, any);
      case "withdraw" -> new WithdrawTimesheet(id, any);
      case "approve" -> new ApproveTimesheet(id, any);
      case "reject" -> new RejectTimesheet(id, "not yet", any);
      default -> new ReopenTimesheet(id, "again", any);
    };
  }

  private static String name(TimesheetStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}

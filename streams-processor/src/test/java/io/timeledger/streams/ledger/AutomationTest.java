package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.clock;
import static io.timeledger.streams.ledger.Commands.day;
import static io.timeledger.streams.ledger.Commands.edit;
import static io.timeledger.streams.ledger.Commands.start;
import static io.timeledger.streams.ledger.Commands.stop;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.MANAGER;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.ApprovalCommand.PutApprovalRoute;
import io.timeledger.schemas.command.EntryCommand.CreateEntry;
import io.timeledger.schemas.command.EntryCommand.ImportEntries;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.RuleCommand.DeleteRule;
import io.timeledger.schemas.command.RuleCommand.PutRule;
import io.timeledger.schemas.command.RuleCommand.TryRules;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.id.RuleId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.resource.ApprovalLevel;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.MidnightPolicy;
import io.timeledger.schemas.resource.ProjectCheck;
import io.timeledger.schemas.resource.RouteScope;
import io.timeledger.schemas.resource.RuleConditions;
import io.timeledger.schemas.resource.RuleEffect;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.TimesheetStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AutomationTest {
  private static final RuleConditions ANY = new RuleConditions(null, null, null, List.of(), null);
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(ANN);

  @Test
  void tagsByDescriptionThroughEveryDoor() {
    put("t", text("*call*"), RuleEffect.TAG, "talk");

    TimeEntry created =
        ledger.when(day("2026-06-08", 60, b -> b.description("A Call"))).first(TimeEntry.class);
    assertThat(created.tags()).containsExactly("talk");

    ImportRow row =
        Commands.row(day("2026-06-08", 60, b -> b.description("call").tags(List.of("x"))).draft());
    assertThat(ledger.when(new ImportEntries(List.of(row))).first(TimeEntry.class).tags())
        .containsExactly("x", "talk");

    ledger.when(start(b -> b.description("recall"))).accepted();
    ledger.at("2026-06-10T13:00:00Z");
    assertThat(ledger.when(stop()).first(TimeEntry.class).tags()).containsExactly("talk");

    TimeEntry silent = ledger.when(day("2026-06-08", 60)).first(TimeEntry.class);
    assertThat(silent.tags()).isEmpty();
    TimeEntry edited =
        ledger.when(edit(silent, b -> b.description(Patch.of("my call")))).first(TimeEntry.class);
    assertThat(edited.tags()).containsExactly("talk");
    ledger.verifyReplay();
  }

  @Test
  void marksForReviewByDurationAndWeekday() {
    put("short", new RuleConditions(null, null, 899L, List.of(), null), RuleEffect.REVIEW);
    put("weekend", new RuleConditions(null, null, null, List.of(0, 6), null), RuleEffect.REVIEW);

    assertThat(reason(day("2026-06-08", 900))).isNull();
    assertThat(reason(day("2026-06-08", 899))).isEqualTo("rule:short");
    assertThat(reason(day("2026-06-07", 60))).isEqualTo("rule:short,rule:weekend");
  }

  @Test
  void refusesAndNamesTheRule() {
    put(
        "p",
        new RuleConditions(null, null, null, List.of(), ProjectCheck.MISSING),
        RuleEffect.REJECT);

    LedgerFixture.When when = ledger.when(day("2026-06-08", 60));

    assertThat(when.refusal()).isEqualTo("rejected_by_rule");
    assertThat(((Decision.Rejected) when.decision()).problem().message()).contains("p (p)");
    ledger.when(day("2026-06-08", 60, b -> b.projectId(new ProjectId("p")))).accepted();
  }

  @Test
  void neverRefusesTheStopOfATimer() {
    put("r", ANY, RuleEffect.REJECT);
    ledger.when(start()).accepted();

    assertThat(ledger.when(stop()).first(TimeEntry.class).reviewReason())
        .isEqualTo("rejected_by_rule:r");
  }

  @Test
  void looksAgainOnlyWhenAnEditChangesWhatItLooksAt() {
    TimeEntry entry = ledger.when(day("2026-06-08", 60)).first(TimeEntry.class);
    put("r", ANY, RuleEffect.REVIEW);

    TimeEntry billed =
        ledger.when(edit(entry, b -> b.billable(Patch.of(true)))).first(TimeEntry.class);
    assertThat(billed.needsReview()).isFalse();
    TimeEntry longer =
        ledger.when(edit(entry, b -> b.durationSeconds(Patch.of(120L)))).first(TimeEntry.class);
    assertThat(longer.reviewReason()).isEqualTo("rule:r");
    TimeEntry cleared =
        ledger
            .as(OWNER)
            .when(edit(entry, b -> b.needsReview(Patch.of(false))))
            .first(TimeEntry.class);
    assertThat(cleared.needsReview()).isFalse();
  }

  @Test
  void holdsForThePiecesOfASplitEntry() {
    ledger.settings(s -> s.midnightPolicy(Patch.of(MidnightPolicy.SPLIT)));
    put("long", new RuleConditions(null, 7200L, null, List.of(), null), RuleEffect.TAG, "long");

    LedgerFixture.When when = ledger.when(clock("2026-06-08T20:00:00Z", "2026-06-08T23:00:00Z"));

    assertThat(when.accepted().items())
        .hasSize(2)
        .allSatisfy(
            item ->
                assertThat(((TimeEntry) Objects.requireNonNull(item.resource())).tags())
                    .containsExactly("long"));
  }

  @Nested
  class ThatApproves {

    @Test
    void approvesATimesheetOfNothingElseAsItIsSubmitted() {
      put("ok", new RuleConditions(null, 900L, null, List.of(), null), RuleEffect.AUTO_APPROVE);
      TimesheetId id = sheetOf(day("2026-06-08", 900));
      sheetOf(day("2026-06-09", 1800));

      LedgerFixture.When when = ledger.when(new SubmitTimesheet(id, null));

      assertThat(when.names())
          .containsExactly(
              "timesheet.submitted",
              "time_entry.status_changed",
              "time_entry.status_changed",
              "timesheet.approved",
              "time_entry.status_changed",
              "time_entry.status_changed");
      Timesheet sheet = when.first(Timesheet.class);
      assertThat(sheet.status()).isEqualTo(TimesheetStatus.APPROVED);
      assertThat(sheet.approvedBy()).isNull();
      assertThat(ledger.state().entries(ANN, sheet.periodStart(), sheet.periodEnd()))
          .allMatch(entry -> entry.status() == EntryStatus.APPROVED);
      ledger.verifyReplay();
    }

    @Test
    void leavesItWaitingForOneEntryThatSomebodyMustSee() {
      put("ok", new RuleConditions(null, 900L, null, List.of(), null), RuleEffect.AUTO_APPROVE);
      TimesheetId id = sheetOf(day("2026-06-08", 900));
      sheetOf(day("2026-06-09", 60));

      assertThat(ledger.when(new SubmitTimesheet(id, null)).first(Timesheet.class).status())
          .isEqualTo(TimesheetStatus.SUBMITTED);
    }

    @Test
    void leavesItToTheRoute() {
      put("ok", ANY, RuleEffect.AUTO_APPROVE);
      ledger
          .as(OWNER)
          .when(
              new PutApprovalRoute(
                  new RouteId("r"),
                  "R",
                  RouteScope.WORKSPACE,
                  null,
                  List.of(new ApprovalLevel(MANAGER, null)),
                  null))
          .accepted();
      ledger.as(ANN);
      TimesheetId id = sheetOf(day("2026-06-08", 900));

      assertThat(ledger.when(new SubmitTimesheet(id, null)).first(Timesheet.class).status())
          .isEqualTo(TimesheetStatus.SUBMITTED);
    }

    private TimesheetId sheetOf(CreateEntry command) {
      return Objects.requireNonNull(ledger.when(command).first(TimeEntry.class).timesheetId());
    }
  }

  @Nested
  class WhenTried {

    @Test
    void saysWhatWouldHappenAndChangesNothing() {
      PutRule rule = rule("r", ANY, RuleEffect.TAG, "x");

      LedgerFixture.When when =
          ledger.as(OWNER).when(new TryRules(day("2026-06-08", 60).draft(), rule));

      assertThat(when.names()).isEmpty();
      assertThat(when.first(TimeEntry.class).tags()).containsExactly("x");
      assertThat(ledger.state().rules()).isEmpty();
      LedgerFixture.When refused =
          ledger.when(
              new TryRules(day("2026-06-08", 60).draft(), rule("r", ANY, RuleEffect.REJECT)));
      assertThat(
              Objects.requireNonNull(refused.accepted().items().getFirst().problem())
                  .code()
                  .wireName())
          .isEqualTo("rejected_by_rule");
      assertThat(ledger.as(ANN).when(new TryRules(day("2026-06-08", 60).draft(), null)).refusal())
          .isEqualTo("forbidden");
    }
  }

  @Test
  void isMadeAndDeletedByThoseWhoMaySettings() {
    LedgerFixture.When denied = ledger.as(MANAGER).when(rule("r", ANY, RuleEffect.REVIEW));
    assertThat(denied.refusal()).isEqualTo("forbidden");
    assertThat(denied.eventNames()).containsExactly("settings.updated.denied");
    put("r", ANY, RuleEffect.REVIEW);
    ledger.as(OWNER);
    assertThat(ledger.when(rule("r", ANY, RuleEffect.REVIEW)).names()).isEmpty();
    assertThat(ledger.when(rule("r", ANY, RuleEffect.TAG)).refusal())
        .isEqualTo("validation_failed");
    assertThat(ledger.when(new DeleteRule(new RuleId("r"), 1)).names())
        .containsExactly("automation_rule.deleted");
    assertThat(ledger.when(new DeleteRule(new RuleId("r"), null)).refusal()).isEqualTo("not_found");
    assertThat(reason(day("2026-06-08", 60))).isNull();
    ledger.verifyReplay();
  }

  @Test
  void refusesARuleThatNoEntryCouldFulfil() {
    ledger.as(OWNER);

    assertThat(
            ledger
                .when(
                    rule(
                        "r",
                        new RuleConditions(null, 901L, 900L, List.of(), null),
                        RuleEffect.REVIEW))
                .refusal())
        .isEqualTo("validation_failed");
    assertThat(ledger.when(rule("r", text("\u200B"), RuleEffect.REVIEW)).refusal())
        .isEqualTo("validation_failed");
    assertThat(ledger.when(rule("r", ANY, RuleEffect.TAG, "\u3164")).refusal())
        .isEqualTo("validation_failed");
    put("r", new RuleConditions(null, 900L, 900L, List.of(), null), RuleEffect.REVIEW);
    assertThat(reason(day("2026-06-08", 900))).isEqualTo("rule:r");
  }

  private @Nullable String reason(CreateEntry command) {
    return ledger.as(ANN).when(command).first(TimeEntry.class).reviewReason();
  }

  private static RuleConditions text(String pattern) {
    return new RuleConditions(pattern, null, null, List.of(), null);
  }

  private void put(String id, RuleConditions conditions, RuleEffect effect, String... tags) {
    ledger.as(OWNER).when(rule(id, conditions, effect, tags)).accepted();
    ledger.as(ANN);
  }

  private static PutRule rule(
      String id, RuleConditions conditions, RuleEffect effect, String... tags) {
    return new PutRule(new RuleId(id), id, true, conditions, effect, List.of(tags), null);
  }
}

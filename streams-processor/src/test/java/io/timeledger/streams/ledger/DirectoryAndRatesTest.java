package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.day;
import static io.timeledger.streams.ledger.Commands.edit;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.AccessCommand.CreateToken;
import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.DirectoryCommand.DeactivateMember;
import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.command.DirectoryCommand.PutProject;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.RateCommand.DeleteRate;
import io.timeledger.schemas.command.RateCommand.PutRate;
import io.timeledger.schemas.command.SettingsCommand.UpdateSettings;
import io.timeledger.schemas.command.SettingsPatch;
import io.timeledger.schemas.command.TimesheetCommand.ApproveTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.ReopenTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.WithdrawTimesheet;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.RateId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Rate;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.Settings;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.Token;
import io.timeledger.schemas.restricted.RequestInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Members who come, lead and leave; rates that begin and end; versions that rise.
class DirectoryAndRatesTest {
  private static final UserId ADMIN = new UserId("u_admin");
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(OWNER);

  @Nested
  class Members {
    @Test
    void areSilentOfAPutThatChangesNothing() {
      PutProject project =
          new PutProject(new ProjectId("p"), "P", null, null, new BigDecimal("10.0"), false, null);
      ledger.when(project).accepted();
      ledger.when(put(BEN, Role.MEMBER)).accepted();

      assertThat(ledger.when(project).names()).isEmpty();
      assertThat(ledger.when(put(BEN, Role.MEMBER)).names()).isEmpty();
      assertThat(ledger.when(put(BEN, Role.MANAGER)).names()).containsExactly("member.updated");
    }

    @Test
    void keepTheLastOwnerAnOwner() {
      assertThat(ledger.when(put(OWNER, Role.ADMIN)).refusal()).isEqualTo("last_owner");
      ledger.member(BEN, Role.OWNER);
      assertThat(ledger.when(put(OWNER, Role.ADMIN)).refusal()).isNull();
      assertThat(ledger.as(BEN).when(new DeactivateMember(BEN, null)).refusal())
          .isEqualTo("last_owner");
    }

    @Test
    void comeBackWithTheirRoleAndHistory() {
      TimeEntry entry = ledger.as(ANN).when(day("2026-06-09", 60)).first(TimeEntry.class);
      ledger.as(OWNER).when(new DeactivateMember(ANN, null)).accepted();

      LedgerFixture.When when = ledger.when(put(ANN, null));

      assertThat(when.names()).containsExactly("member.updated");
      assertThat(ledger.state().member(ANN).orElseThrow().active()).isTrue();
      assertThat(ledger.state().member(ANN).orElseThrow().role()).isEqualTo(Role.MEMBER);
      assertThat(ledger.as(ANN).when(edit(entry, b -> b.description(Patch.of("x")))).refusal())
          .isNull();
      ledger.verifyReplay();
    }

    @Test
    void makeOwnersOfNobodyUnlessTheyAreOwners() {
      ledger.member(ADMIN, Role.ADMIN).member(BEN, Role.OWNER);
      ledger.when(new DeactivateMember(BEN, null)).accepted();

      assertThat(ledger.as(ADMIN).when(put(ADMIN, Role.OWNER)).refusal()).isEqualTo("forbidden");
      assertThat(ledger.when(put(ANN, Role.OWNER)).refusal()).isEqualTo("forbidden");
      assertThat(ledger.when(put(BEN, null)).refusal()).isEqualTo("forbidden");
    }

    @Test
    void areNotThereForAVersionThatNeverWas() {
      assertThat(
              ledger
                  .when(
                      new PutMember(new UserId("u_x"), null, null, null, null, null, List.of(), 3))
                  .refusal())
          .isEqualTo("version_mismatch");
      assertThat(
              ledger
                  .when(new PutProject(new ProjectId("x"), "X", null, null, null, false, 3))
                  .refusal())
          .isEqualTo("version_mismatch");
    }

    private PutMember put(UserId id, @Nullable Role role) {
      return new PutMember(id, null, null, role, null, null, List.of(), null);
    }
  }

  @Nested
  class Tokens {
    @Test
    void areNotReplacedByAnotherOfTheirId() {
      ledger.as(ANN).when(token("tok_ann", Set.of(), false)).accepted();

      LedgerFixture.When when = ledger.as(BEN).when(token("tok_ann", Set.of(), false));

      assertThat(when.refusal()).isEqualTo("validation_failed");
      assertThat(ledger.state().token(new TokenId("tok_ann")).orElseThrow().userId())
          .isEqualTo(ANN);
    }

    @Test
    void staySoNarrowAsWhatMadeThemAlsoAfterAPromotion() {
      ledger.as(ANN).when(token("tok_own", Set.of(), true)).accepted();
      ledger.when(token("tok_rw", Set.of(Permission.READ, Permission.WRITE), false)).accepted();

      assertThat(by("tok_own", token("tok_wide1", Set.of(), false))).isEqualTo("forbidden");
      assertThat(by("tok_rw", token("tok_wide2", Set.of(), false))).isEqualTo("forbidden");
      assertThat(by("tok_own", token("tok_same1", Set.of(), true))).isNull();
      assertThat(by("tok_rw", token("tok_same2", Set.of(Permission.READ), false))).isNull();
    }

    @Test
    void ofAFeedOpenTheFeedOfTheirMakerAloneAndNothingElse() {
      ledger.as(ANN).when(token("tok_rw", Set.of(Permission.READ), false)).accepted();
      ledger.when(token("tok_cal", Set.of(Permission.CALENDAR), false)).accepted();
      CreateToken feed = token("tok_feed", Set.of(Permission.FEED), true);

      assertThat(by("tok_rw", feed)).isEqualTo("forbidden");
      assertThat(by("tok_cal", feed)).isNull();
      assertThat(by("tok_cal", token("tok_more", Set.of(Permission.FEED, Permission.READ), true)))
          .isEqualTo("validation_failed");
      assertThat(ledger.as(OWNER).when(feedOf(ANN)).refusal()).isEqualTo("validation_failed");
      assertThat(Role.OWNER.grant(Set.of(), false)).doesNotContain(Permission.FEED);
    }

    private static CreateToken feedOf(UserId member) {
      return new CreateToken(
          new TokenId("tok_of_another"), member, "feed", Set.of(Permission.FEED), true, null, "00");
    }

    private @Nullable String by(String maker, CreateToken command) {
      Token token = ledger.state().token(new TokenId(maker)).orElseThrow();
      return ledger
          .handle(
              new CommandEnvelope(
                  command.id().value(),
                  LedgerFixture.WORKSPACE,
                  new Actor(
                      ANN,
                      Role.MEMBER.grant(token.scopes(), token.ownDataOnly()),
                      token.id(),
                      CommandOrigin.API),
                  "",
                  RequestInfo.NONE,
                  command))
          .refusal();
    }

    private CreateToken token(String id, Set<Permission> scopes, boolean ownDataOnly) {
      return new CreateToken(
          new TokenId(id), null, "test", scopes, ownDataOnly, null, "f".repeat(64));
    }
  }

  @Nested
  class Rates {
    @Test
    void ofATaskComeBeforeAllOthers() {
      rate(ANN, null, "50", null, "USD", "2026-01-01", null);
      rate(null, new TaskId("t"), "70", "30", "USD", "2026-01-01", null);

      TimeEntry on = entry("2026-06-09", new TaskId("t"));
      TimeEntry off = entry("2026-06-09", null);

      assertThat(on.hourlyRate()).isEqualByComparingTo("70");
      assertThat(on.costRate()).isEqualByComparingTo("30");
      assertThat(off.hourlyRate()).isEqualByComparingTo("50");
      assertThat(off.costRate()).isNull();
    }

    @Test
    void holdOnTheirFirstAndTheirLastDay() {
      rate(ANN, null, "50", null, "USD", "2026-06-02", "2026-06-04");

      assertThat(entry("2026-06-01", null).hourlyRate()).isEqualByComparingTo("0");
      assertThat(entry("2026-06-02", null).hourlyRate()).isEqualByComparingTo("50");
      assertThat(entry("2026-06-04", null).hourlyRate()).isEqualByComparingTo("50");
      assertThat(entry("2026-06-05", null).hourlyRate()).isEqualByComparingTo("0");
    }

    @Test
    void passOverCostsInAnotherCurrencyThanTheBill() {
      rate(ANN, null, "50", null, "USD", "2026-01-01", null);
      rate(ANN, null, null, "20", "EUR", "2026-01-02", null);
      rate(null, null, null, "10", "USD", "2026-01-01", null);

      TimeEntry entry = entry("2026-06-09", null);

      assertThat(entry.currency()).hasToString("USD");
      assertThat(entry.costRate()).isEqualByComparingTo("10");
    }

    @Test
    void neverTakeTheDefaultBillRateAwayByACost() {
      ledger.settings(s -> s.defaultHourlyRate(Patch.of(BigDecimal.valueOf(100))));
      rate(ANN, null, null, "20", "EUR", "2026-01-01", null);

      TimeEntry entry = entry("2026-06-09", null);

      assertThat(entry.hourlyRate()).isEqualByComparingTo("100");
      assertThat(entry.currency()).hasToString("USD");
      assertThat(entry.costRate()).isNull();
    }

    @Test
    void giveTheirCurrencyWhereNothingIsBilled() {
      rate(ANN, null, null, "20", "EUR", "2026-01-01", null);

      TimeEntry entry = entry("2026-06-09", null);

      assertThat(entry.hourlyRate()).isEqualByComparingTo("0");
      assertThat(entry.currency()).hasToString("EUR");
      assertThat(entry.costRate()).isEqualByComparingTo("20");
    }

    @Test
    void moveToAnotherBucketWithoutATraceInTheOld() {
      RateId id = rate(ANN, null, "50", null, "USD", "2026-01-01", null);
      ledger
          .when(
              new PutRate(
                  id,
                  BEN,
                  null,
                  null,
                  BigDecimal.TEN,
                  null,
                  null,
                  LocalDate.parse("2026-01-01"),
                  null,
                  1))
          .accepted();

      assertThat(entry("2026-06-09", null).hourlyRate()).isEqualByComparingTo("0");
      assertThat(ledger.as(OWNER).when(new DeleteRate(id, 1)).refusal())
          .isEqualTo("version_mismatch");
      ledger.when(new DeleteRate(id, 2)).accepted();
      assertThat(ledger.when(new DeleteRate(id, null)).refusal()).isEqualTo("not_found");
      ledger.verifyReplay();
    }

    private RateId rate(
        @Nullable UserId user,
        @Nullable TaskId task,
        @Nullable String bill,
        @Nullable String cost,
        String currency,
        String from,
        @Nullable String to) {
      return ledger
          .as(OWNER)
          .when(
              new PutRate(
                  null,
                  user,
                  null,
                  task,
                  bill == null ? null : new BigDecimal(bill),
                  cost == null ? null : new BigDecimal(cost),
                  Currency.getInstance(currency),
                  LocalDate.parse(from),
                  to == null ? null : LocalDate.parse(to),
                  null))
          .first(Rate.class)
          .id();
    }

    private TimeEntry entry(String day, @Nullable TaskId task) {
      return ledger.as(ANN).when(day(day, 3600, b -> b.taskId(task))).first(TimeEntry.class);
    }
  }

  @Nested
  class VersionCheck {
    @Test
    void beginAtZeroForSettings() {
      UpdateSettings first =
          new UpdateSettings(SettingsPatch.builder().idleMinutes(Patch.of(20)).build(), 0);

      LedgerFixture.When when = ledger.when(first);

      assertThat(when.first(Settings.class).version()).isEqualTo(1);
      assertThat(ledger.when(first).refusal()).isEqualTo("version_mismatch");
      ledger.verifyReplay();
    }

    @Test
    void stayWhenANumberIsOnlyWrittenDifferently() {
      ledger.settings(s -> s.defaultHourlyRate(Patch.of(new BigDecimal("10"))));

      LedgerFixture.When when =
          ledger.when(
              new UpdateSettings(
                  SettingsPatch.builder()
                      .defaultHourlyRate(Patch.of(new BigDecimal("10.00")))
                      .defaultWeeklyHours(Patch.of(new BigDecimal("40.0")))
                      .build(),
                  null));

      assertThat(when.names()).isEmpty();
    }

    @Test
    void riseByOneWithEachStepOfATimesheet() {
      TimeEntry entry = ledger.as(ANN).when(day("2026-06-09", 60)).first(TimeEntry.class);
      TimesheetId id = Objects.requireNonNull(entry.timesheetId());

      ledger.when(new SubmitTimesheet(id, 1)).accepted();
      Timesheet withdrawn = ledger.when(new WithdrawTimesheet(id, 2)).first(Timesheet.class);
      assertThat(withdrawn.version()).isEqualTo(3);
      assertThat(withdrawn.submittedAt()).isNull();
      ledger.when(new SubmitTimesheet(id, 3)).accepted();
      ledger.as(OWNER).when(new ApproveTimesheet(id, 4)).accepted();
      LedgerFixture.When reopened = ledger.when(new ReopenTimesheet(id, "again", 5));

      assertThat(reopened.first(Timesheet.class).version()).isEqualTo(6);
      assertThat(reopened.first(Timesheet.class).approvedBy()).isNull();
      assertThat(ledger.state().entry(entry.id()).orElseThrow().version()).isEqualTo(6);
      assertThat(ledger.when(new ReopenTimesheet(id, "again", 6)).refusal())
          .isEqualTo("timesheet_not_approved");
      ledger.verifyReplay();
    }
  }
}

package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.day;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.MANAGER;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.ApprovalCommand.ApproveTimesheets;
import io.timeledger.schemas.command.ApprovalCommand.DeleteApprovalRoute;
import io.timeledger.schemas.command.ApprovalCommand.PutApprovalRoute;
import io.timeledger.schemas.command.DirectoryCommand.DeactivateMember;
import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.TimesheetCommand.ApproveTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.RejectTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.WithdrawTimesheet;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.ApprovalLevel;
import io.timeledger.schemas.resource.Denial;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.RouteScope;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.TimesheetStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ApprovalRouteTest {
  private static final UserId BOSS = new UserId("u_boss");
  private static final UserId DEPUTY = new UserId("u_deputy");
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z");

  @BeforeEach
  void people() {
    ledger.member(BOSS, Role.MANAGER).member(DEPUTY, Role.MANAGER);
  }

  @Nested
  class OfTwoLevels {

    @BeforeEach
    void route() {
      put("all", RouteScope.WORKSPACE, null, level(MANAGER, DEPUTY), level(BOSS, null));
    }

    @Test
    void goesFromLevelToLevelAndIsApprovedByTheLast() {
      TimesheetId id = submitted(ANN);

      LedgerFixture.When first = ledger.as(MANAGER).when(new ApproveTimesheet(id, null));

      assertThat(first.names()).containsExactly("timesheet.level_approved");
      Timesheet waiting = first.first(Timesheet.class);
      assertThat(waiting.status()).isEqualTo(TimesheetStatus.SUBMITTED);
      assertThat(waiting.level()).isEqualTo(2);
      assertThat(waiting.approvalRouteId()).isEqualTo(new RouteId("all"));

      LedgerFixture.When second = ledger.as(BOSS).when(new ApproveTimesheet(id, null));

      assertThat(second.names()).containsExactly("timesheet.approved", "time_entry.status_changed");
      assertThat(second.first(Timesheet.class).approvedBy()).isEqualTo(BOSS);
      ledger.verifyReplay();
    }

    @Test
    void refusesWhoeverIsNotTheApproverOfTheLevelAndTellsTheAudit() {
      TimesheetId id = submitted(ANN);

      for (UserId other : List.of(BOSS, DEPUTY)) {
        LedgerFixture.When when = ledger.as(other).when(new ApproveTimesheet(id, null));
        assertThat(when.refusal()).isEqualTo("not_the_approver");
        assertThat(when.eventNames()).containsExactly("timesheet.approved.denied");
        assertThat(((Denial) when.events().getFirst().data()).code()).isEqualTo("not_the_approver");
        LedgerFixture.When reject = ledger.as(other).when(new RejectTimesheet(id, "no", null));
        assertThat(reject.refusal()).isEqualTo("not_the_approver");
        assertThat(reject.eventNames()).containsExactly("timesheet.rejected.denied");
      }
      ledger.as(MANAGER).when(new ApproveTimesheet(id, null)).accepted();
      assertThat(ledger.as(MANAGER).when(new ApproveTimesheet(id, null)).refusal())
          .isEqualTo("not_the_approver");
    }

    @Test
    void letsAnAdministratorStepInOneLevelAtATime() {
      TimesheetId id = submitted(ANN);

      assertThat(ledger.as(OWNER).when(new ApproveTimesheet(id, null)).names())
          .containsExactly("timesheet.level_approved");
    }

    @Test
    void turnsToTheFallbackOfAnApproverWhoLeftOrMayApproveNoMore() {
      TimesheetId id = submitted(ANN);
      ledger.member(MANAGER, Role.MEMBER);
      ledger.as(DEPUTY).when(new ApproveTimesheet(id, null)).accepted();

      TimesheetId other = submitted(BEN);
      ledger.as(OWNER).when(new DeactivateMember(MANAGER, null)).accepted();
      ledger.as(DEPUTY).when(new ApproveTimesheet(other, null)).accepted();
    }

    @Test
    void turnsToTheFallbackForTheApproversOwnTimesheet() {
      TimesheetId id = submitted(MANAGER);

      assertThat(ledger.as(MANAGER).when(new ApproveTimesheet(id, null)).refusal())
          .isEqualTo("self_approval");
      ledger.as(DEPUTY).when(new ApproveTimesheet(id, null)).accepted();
    }

    @Test
    void leavesALevelWithoutAnybodyToAdministrators() {
      TimesheetId id = submitted(BOSS);
      ledger.as(MANAGER).when(new ApproveTimesheet(id, null)).accepted();

      for (UserId other : List.of(MANAGER, DEPUTY)) {
        assertThat(ledger.as(other).when(new ApproveTimesheet(id, null)).refusal())
            .isEqualTo("not_the_approver");
      }
      ledger.as(OWNER).when(new ApproveTimesheet(id, null)).accepted();
      assertThat(sheet(id).status()).isEqualTo(TimesheetStatus.APPROVED);
    }

    @Test
    void letsApproversDecideOnThemselvesWhereTheWorkspaceAllowsIt() {
      ledger.settings(s -> s.allowSelfApproval(Patch.of(true)));
      TimesheetId id = submitted(MANAGER);

      ledger.as(MANAGER).when(new ApproveTimesheet(id, null)).accepted();
    }

    @Test
    void startsAgainAtTheFirstLevelAfterARejection() {
      TimesheetId id = submitted(ANN);
      ledger.as(MANAGER).when(new ApproveTimesheet(id, null)).accepted();

      Timesheet rejected =
          ledger.as(BOSS).when(new RejectTimesheet(id, "no", null)).first(Timesheet.class);
      assertThat(rejected.level()).isEqualTo(1);
      ledger.as(ANN).when(new SubmitTimesheet(id, null)).accepted();

      assertThat(ledger.as(BOSS).when(new ApproveTimesheet(id, null)).refusal())
          .isEqualTo("not_the_approver");
    }

    @Test
    void keepsTheLevelsOfItsSubmission() {
      TimesheetId id = submitted(ANN);
      ledger.as(OWNER).when(new DeleteApprovalRoute(new RouteId("all"), null)).accepted();

      assertThat(ledger.as(BOSS).when(new ApproveTimesheet(id, null)).refusal())
          .isEqualTo("not_the_approver");

      ledger.as(ANN).when(new WithdrawTimesheet(id, null)).accepted();
      assertThat(sheet(id).approvalLevels()).isNull();
      ledger.when(new SubmitTimesheet(id, null)).accepted();
      ledger.as(BOSS).when(new ApproveTimesheet(id, null)).accepted();
      assertThat(sheet(id).status()).isEqualTo(TimesheetStatus.APPROVED);
    }
  }

  @Nested
  class OfSeveral {

    @Test
    void theMostSpecificWins() {
      inTeams(ANN, "zeta", "alpha");
      put("w", RouteScope.WORKSPACE, null, level(OWNER, null));
      assertThat(routeOf(ANN)).isEqualTo("w");
      put("p1", RouteScope.PROJECT, "p1", level(OWNER, null));
      put("p2", RouteScope.PROJECT, "p2", level(OWNER, null));
      assertThat(routeOf(ANN)).isEqualTo("p2");
      put("tz", RouteScope.TEAM, "zeta", level(OWNER, null));
      put("ta", RouteScope.TEAM, "alpha", level(OWNER, null));
      assertThat(routeOf(ANN)).isEqualTo("ta");
      put("u", RouteScope.USER, ANN.value(), level(OWNER, null));
      assertThat(routeOf(ANN)).isEqualTo("u");
      ledger.as(OWNER).when(new DeleteApprovalRoute(new RouteId("u"), null)).accepted();
      assertThat(routeOf(ANN)).isEqualTo("ta");
      assertThat(routeOf(BEN)).isEqualTo("p2");
      ledger.verifyReplay();
    }

    /// Submits a week with more time on p2 than on p1, and takes it back.
    private String routeOf(UserId user) {
      ledger.as(user);
      TimesheetId id =
          Objects.requireNonNull(
              ledger
                  .when(day("2026-06-08", 60, b -> b.projectId(new ProjectId("p1"))))
                  .first(TimeEntry.class)
                  .timesheetId());
      ledger.when(day("2026-06-09", 90, b -> b.projectId(new ProjectId("p2")))).accepted();
      String route =
          Objects.requireNonNull(
                  ledger
                      .when(new SubmitTimesheet(id, null))
                      .first(Timesheet.class)
                      .approvalRouteId())
              .value();
      ledger.when(new WithdrawTimesheet(id, null)).accepted();
      return route;
    }
  }

  @Nested
  class WhenPut {

    @Test
    void isForThoseWhoMaySettings() {
      LedgerFixture.When when =
          ledger.as(MANAGER).when(command("r", RouteScope.WORKSPACE, null, level(BOSS, null)));

      assertThat(when.refusal()).isEqualTo("forbidden");
      assertThat(when.eventNames()).containsExactly("settings.updated.denied");
    }

    @Test
    void takesApproversWhoMayApprove() {
      assertThat(refusal("r", RouteScope.WORKSPACE, null, level(ANN, null)))
          .isEqualTo("validation_failed");
      assertThat(refusal("r", RouteScope.WORKSPACE, null, level(BOSS, ANN)))
          .isEqualTo("validation_failed");
      assertThat(refusal("r", RouteScope.WORKSPACE, null)).isEqualTo("validation_failed");
    }

    @Test
    void isForOneThing() {
      assertThat(refusal("r", RouteScope.WORKSPACE, "x", level(BOSS, null)))
          .isEqualTo("validation_failed");
      assertThat(refusal("r", RouteScope.TEAM, null, level(BOSS, null)))
          .isEqualTo("validation_failed");
      assertThat(refusal("r", RouteScope.TEAM, "a/b", level(BOSS, null)))
          .isEqualTo("validation_failed");
      assertThat(refusal("r", RouteScope.USER, "u_nobody", level(BOSS, null)))
          .isEqualTo("unknown_member");
    }

    @Test
    void isTheOnlyOneForItsScope() {
      put("r", RouteScope.TEAM, "a", level(BOSS, null));

      assertThat(refusal("other", RouteScope.TEAM, "a", level(BOSS, null)))
          .isEqualTo("approval_route_exists");
      put("r", RouteScope.TEAM, "b", level(BOSS, null));
      put("other", RouteScope.TEAM, "a", level(BOSS, null));
    }

    @Test
    void saysNothingWhenItIsThereAlready() {
      put("r", RouteScope.TEAM, "a", level(BOSS, null));

      assertThat(ledger.when(command("r", RouteScope.TEAM, "a", level(BOSS, null))).names())
          .isEmpty();
    }

    private @Nullable String refusal(
        String id, RouteScope scope, @Nullable String scopeId, ApprovalLevel... levels) {
      return ledger.as(OWNER).when(command(id, scope, scopeId, levels)).refusal();
    }
  }

  @Nested
  class InBulk {

    @Test
    void decidesEachForItselfInOrder() {
      TimesheetId ann = submitted(ANN);
      TimesheetId own = submitted(MANAGER);
      TimesheetId ben = submitted(BEN);

      LedgerFixture.When when =
          ledger
              .as(MANAGER)
              .when(
                  new ApproveTimesheets(
                      List.of(ann, own, new TimesheetId("ts_none"), ben), "thanks"));

      assertThat(when.accepted().items())
          .extracting(item -> item.problem() == null ? "ok" : item.problem().code().wireName())
          .containsExactly("ok", "self_approval", "not_found", "ok");
      assertThat(when.events())
          .extracting(Event::type)
          .extracting(type -> type.wireName())
          .containsExactly(
              "timesheet.approved",
              "time_entry.status_changed",
              "timesheet.approved.denied",
              "timesheet.approved",
              "time_entry.status_changed");
      assertThat(sheet(ann).approvalComment()).isEqualTo("thanks");
      assertThat(when.accepted().items().get(1).status()).isEqualTo(ReplyItem.Status.REFUSED);
      ledger.verifyReplay();
    }

    @Test
    void isForThoseWhoMayApprove() {
      TimesheetId id = submitted(ANN);

      assertThat(ledger.as(ANN).when(new ApproveTimesheets(List.of(id), null)).refusal())
          .isEqualTo("forbidden");
    }
  }

  private void inTeams(UserId user, String... teams) {
    ledger
        .as(OWNER)
        .when(new PutMember(user, null, null, null, null, null, List.of(teams), null))
        .accepted();
  }

  private void put(String id, RouteScope scope, @Nullable String scopeId, ApprovalLevel... levels) {
    ledger.as(OWNER).when(command(id, scope, scopeId, levels)).accepted();
  }

  private static PutApprovalRoute command(
      String id, RouteScope scope, @Nullable String scopeId, ApprovalLevel... levels) {
    return new PutApprovalRoute(new RouteId(id), id, scope, scopeId, List.of(levels), null);
  }

  private static ApprovalLevel level(UserId approver, @Nullable UserId fallback) {
    return new ApprovalLevel(approver, fallback);
  }

  private TimesheetId submitted(UserId user) {
    TimesheetId id =
        Objects.requireNonNull(
            ledger.as(user).when(day("2026-06-09", 3600)).first(TimeEntry.class).timesheetId());
    ledger.when(new SubmitTimesheet(id, null)).accepted();
    return id;
  }

  private Timesheet sheet(TimesheetId id) {
    return ledger.state().timesheet(id).orElseThrow();
  }
}

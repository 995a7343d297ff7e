package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.day;
import static io.timeledger.streams.ledger.Commands.edit;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.MANAGER;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.ApprovalCommand.PutApprovalRoute;
import io.timeledger.schemas.command.DirectoryCommand.DeleteTeam;
import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.command.DirectoryCommand.PutTeam;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.TimesheetCommand.ApproveTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.id.TeamId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.ApprovalLevel;
import io.timeledger.schemas.resource.ManagerScope;
import io.timeledger.schemas.resource.RouteScope;
import io.timeledger.schemas.resource.Team;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.restricted.MemberProfile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TeamTest {
  private static final TeamId DESIGN = new TeamId("design");
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(OWNER);

  @Test
  void isMadeReplacedDeletedAndBroughtBack() {
    assertThat(ledger.when(team("Design", MANAGER, MANAGER)).names())
        .containsExactly("team.created");
    assertThat(ledger.when(team("Design", MANAGER)).names()).isEmpty();
    assertThat(ledger.when(team("Designers")).names()).containsExactly("team.updated");
    assertThat(ledger.when(new DeleteTeam(DESIGN, 2)).names()).containsExactly("team.deleted");
    assertThat(ledger.when(new DeleteTeam(DESIGN, null)).refusal()).isEqualTo("not_found");

    Team back = ledger.when(team("Design")).first(Team.class);

    assertThat(back.deletedAt()).isNull();
    assertThat(back.version()).isEqualTo(4);
    ledger.verifyReplay();
  }

  @Test
  void isForAdministratorsAndLedByMembers() {
    assertThat(ledger.as(MANAGER).when(team("Design")).refusal()).isEqualTo("forbidden");
    assertThat(ledger.as(OWNER).when(team("Design", new UserId("u_nobody"))).refusal())
        .isEqualTo("unknown_member");
  }

  @Nested
  class ThatLimitsManagers {

    @Test
    void opensOnlyTheTimeOfItsMembersToItsLeader() {
      TimesheetId ann = submitted(ANN);
      TimesheetId ben = submitted(BEN);
      limit();

      assertThat(approve(ann)).isNull();
      assertThat(approve(ben)).isEqualTo("not_found");
    }

    @Test
    void hidesOthersEntriesAsIfTheyWereNotThere() {
      TimeEntry ann = ledger.as(ANN).when(day("2026-06-09", 60)).first(TimeEntry.class);
      TimeEntry ben = ledger.as(BEN).when(day("2026-06-09", 60)).first(TimeEntry.class);
      limit();
      ledger.as(MANAGER);

      assertThat(ledger.when(edit(ann, b -> b.description(Patch.of("x")))).refusal())
          .isEqualTo("forbidden");
      assertThat(ledger.when(edit(ben, b -> b.description(Patch.of("x")))).refusal())
          .isEqualTo("not_found");
    }

    @Test
    void doesNotLimitAdministratorsNorWorkspacesThatDoNotWantIt() {
      TimesheetId ben = submitted(BEN);
      limit();
      ledger.as(OWNER).when(new ApproveTimesheet(ben, null)).accepted();

      TimesheetId manager = submitted(ANN);
      ledger.settings(s -> s.managerScope(Patch.of(ManagerScope.WORKSPACE)));
      ledger.as(OWNER).when(new DeleteTeam(DESIGN, null)).accepted();
      assertThat(approve(manager)).isNull();
    }

    @Test
    void stillLetsTheApproverOfARouteDecide() {
      ledger
          .as(OWNER)
          .when(
              new PutApprovalRoute(
                  new RouteId("all"),
                  "All",
                  RouteScope.WORKSPACE,
                  null,
                  List.of(new ApprovalLevel(MANAGER, null)),
                  null))
          .accepted();
      TimesheetId ben = submitted(BEN);
      limit();

      assertThat(approve(ben)).isNull();
    }

    @Test
    void isToldToThoseWhoAuthenticate() {
      assertThat(profile().onlyTeams()).isNull();
      limit();
      assertThat(profile().onlyTeams()).containsExactly("design");
      ledger.as(OWNER).when(team("Design")).accepted();
      assertThat(profile().onlyTeams()).isEmpty();
      ledger.when(team("Design", MANAGER)).accepted();
      ledger.when(new DeleteTeam(DESIGN, null)).accepted();
      assertThat(profile().onlyTeams()).isEmpty();
      ledger.settings(s -> s.managerScope(Patch.of(ManagerScope.WORKSPACE)));
      assertThat(profile().onlyTeams()).isNull();
    }

    private void limit() {
      ledger.as(OWNER).when(team("Design", MANAGER)).accepted();
      ledger
          .when(new PutMember(ANN, null, null, null, null, null, List.of("design"), null))
          .accepted();
      ledger.settings(s -> s.managerScope(Patch.of(ManagerScope.TEAM)));
    }

    private MemberProfile profile() {
      return ledger.state().profile(MANAGER).orElseThrow();
    }

    private @Nullable String approve(TimesheetId id) {
      return ledger.as(MANAGER).when(new ApproveTimesheet(id, null)).refusal();
    }

    private TimesheetId submitted(UserId user) {
      TimesheetId id =
          Objects.requireNonNull(
              ledger.as(user).when(day("2026-06-09", 60)).first(TimeEntry.class).timesheetId());
      if (!ledger.state().timesheet(id).orElseThrow().isLocked()) {
        ledger.when(new SubmitTimesheet(id, null)).accepted();
      }
      return id;
    }
  }

  private static PutTeam team(String name, UserId... leaders) {
    return new PutTeam(DESIGN, name, List.of(leaders), null);
  }
}

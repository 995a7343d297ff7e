package io.timeledger.streams.ledger.reach;

import io.timeledger.schemas.id.TeamId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.ManagerScope;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.Team;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PrivateChange;
import io.timeledger.streams.ledger.state.LedgerState;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// With `manager_scope` `team`, a member in the role of manager reaches the members of the teams
/// they lead, and themselves. All other members have the reach of their permissions.
public final class ManagerReach {
  private ManagerReach() {}

  /// Whether a member is in reach, by the state at the time of the call.
  public static Predicate<UserId> of(Member member, LedgerState state) {
    List<String> teams = onlyTeams(member, state);
    return teams == null
        ? _ -> true
        : user ->
            user.equals(member.id())
                || state
                    .member(user)
                    .filter(other -> other.teams().stream().anyMatch(teams::contains))
                    .isPresent();
  }

  /// The teams to whose members the reach is limited; null without a limit in the workspace.
  public static @Nullable List<String> onlyTeams(Member member, LedgerState state) {
    if (member.role() != Role.MANAGER || state.settings().managerScope() != ManagerScope.TEAM) {
      return null;
    }
    return state.teams().stream()
        .filter(team -> team.isLedBy(member.id()))
        .map(Team::id)
        .map(TeamId::value)
        .toList();
  }

  /// Publishes the changed reach of each member, for services that authenticate without a database.
  public static void publish(DecisionBuilder decision) {
    LedgerState state = decision.state();
    for (Member member : List.copyOf(state.members())) {
      List<String> teams = onlyTeams(member, state);
      state
          .profile(member.id())
          .filter(profile -> !Objects.equals(profile.onlyTeams(), teams))
          .ifPresent(
              profile -> decision.change(new PrivateChange.KeepProfile(limited(profile, teams))));
    }
  }

  private static MemberProfile limited(MemberProfile profile, @Nullable List<String> teams) {
    return new MemberProfile(
        profile.workspaceId(),
        profile.userId(),
        profile.name(),
        profile.email(),
        profile.role(),
        profile.timezone(),
        profile.teams(),
        profile.active(),
        teams,
        profile.version());
  }
}

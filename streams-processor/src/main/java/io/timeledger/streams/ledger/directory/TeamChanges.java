package io.timeledger.streams.ledger.directory;

import io.timeledger.schemas.command.DirectoryCommand.DeleteTeam;
import io.timeledger.schemas.command.DirectoryCommand.PutTeam;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Team;
import io.timeledger.schemas.resource.TeamBuilder;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.VersionCheck;
import io.timeledger.streams.ledger.reach.ManagerReach;

/// Creates, replaces or undeletes teams. A change of leaders changes their reach immediately.
final class TeamChanges {
  private TeamChanges() {}

  static ReplyItem put(PutTeam command, DecisionBuilder decision) {
    Team before = decision.state().team(command.id()).orElse(null);
    VersionCheck.require(before, command.ifVersion(), decision);
    for (UserId leader : command.leaderUserIds()) {
      if (decision.state().member(leader).isEmpty()) {
        throw Refusal.of(ErrorCode.UNKNOWN_MEMBER, "leader_user_ids", leader + " is not a member");
      }
    }
    Team after =
        TeamBuilder.builder()
            .id(command.id())
            .workspaceId(decision.state().workspaceId())
            .name(command.name())
            .leaderUserIds(command.leaderUserIds().stream().distinct().toList())
            .createdAt(before == null ? decision.now() : before.createdAt())
            .updatedAt(decision.now())
            .build();
    if (before != null && !decision.differs(after, before)) {
      return ReplyItem.of(Status.UNCHANGED, before);
    }
    EventType type = before == null ? EventType.TEAM_CREATED : EventType.TEAM_UPDATED;
    Team changed = decision.change(type, after, before);
    ManagerReach.publish(decision);
    return ReplyItem.of(before == null ? Status.CREATED : Status.UPDATED, changed);
  }

  static ReplyItem delete(DeleteTeam command, DecisionBuilder decision) {
    Team before =
        decision
            .state()
            .team(command.id())
            .filter(team -> team.deletedAt() == null)
            .orElseThrow(() -> Refusal.notFound("team " + command.id()));
    VersionCheck.require(before, command.ifVersion(), decision);
    Team deleted =
        decision.change(
            EventType.TEAM_DELETED, before.with(b -> b.deletedAt(decision.now())), before);
    ManagerReach.publish(decision);
    return ReplyItem.of(Status.DELETED, deleted);
  }
}

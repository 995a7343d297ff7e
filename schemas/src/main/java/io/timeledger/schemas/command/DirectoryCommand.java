package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.TeamId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records pushed by the customer's other systems. Each put replaces the whole record.
public sealed interface DirectoryCommand extends Command {

  /// @param role null means member for a new one, and keeps an existing one's role
  /// @param timezone null means the workspace's for a new one, and keeps an existing one's
  @JsonTypeName("put_member")
  record PutMember(
      UserId id,
      @Nullable String name,
      @Nullable String email,
      @Nullable Role role,
      @Nullable ZoneId timezone,
      @Nullable BigDecimal weeklyHours,
      List<String> teams,
      @Nullable Integer ifVersion)
      implements DirectoryCommand {
    public PutMember {
      teams = List.copyOf(teams);
    }
  }

  /// No new time, tokens revoked, history kept.
  @JsonTypeName("deactivate_member")
  record DeactivateMember(UserId id, @Nullable Integer ifVersion) implements DirectoryCommand {}

  /// Erases name, e-mail and request origins, and deactivates the member.
  @JsonTypeName("erase_member")
  record EraseMember(UserId id) implements DirectoryCommand {}

  @JsonTypeName("put_project")
  record PutProject(
      ProjectId id,
      String name,
      @Nullable ClientId clientId,
      @Nullable Boolean billable,
      @Nullable BigDecimal timeBudgetHours,
      boolean archived,
      @Nullable Integer ifVersion)
      implements DirectoryCommand {}

  @JsonTypeName("delete_project")
  record DeleteProject(ProjectId id, @Nullable Integer ifVersion) implements DirectoryCommand {}

  @JsonTypeName("put_task")
  record PutTask(
      TaskId id,
      String name,
      @Nullable ProjectId projectId,
      @Nullable BigDecimal estimateHours,
      @Nullable Instant completedAt,
      @Nullable Integer ifVersion)
      implements DirectoryCommand {}

  @JsonTypeName("delete_task")
  record DeleteTask(TaskId id, @Nullable Integer ifVersion) implements DirectoryCommand {}

  @JsonTypeName("put_team")
  record PutTeam(TeamId id, String name, List<UserId> leaderUserIds, @Nullable Integer ifVersion)
      implements DirectoryCommand {
    public PutTeam {
      leaderUserIds = List.copyOf(leaderUserIds);
    }
  }

  @JsonTypeName("delete_team")
  record DeleteTeam(TeamId id, @Nullable Integer ifVersion) implements DirectoryCommand {}

  @JsonTypeName("delete_client")
  record DeleteClient(ClientId id, @Nullable Integer ifVersion) implements DirectoryCommand {}

  @JsonTypeName("put_client")
  record PutClient(ClientId id, String name, @Nullable Integer ifVersion)
      implements DirectoryCommand {}
}

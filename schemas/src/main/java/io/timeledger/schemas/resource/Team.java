package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.TeamId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A team and its leaders. Membership is on the members: [Member#teams()] lists team ids.
///
/// @param leaderUserIds each once, in the order they were given; may be empty
/// @param deletedAt null unless deleted: then it has no leaders
@RecordBuilder
public record Team(
    TeamId id,
    WorkspaceId workspaceId,
    String name,
    List<UserId> leaderUserIds,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence,
    @Nullable Instant deletedAt)
    implements Resource, TeamBuilder.With {

  public Team {
    leaderUserIds = List.copyOf(leaderUserIds);
  }

  public boolean isLedBy(UserId user) {
    return deletedAt == null && leaderUserIds.contains(user);
  }

  @Override
  public String subject() {
    return id.value();
  }
}

package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A user in a workspace. Name and e-mail are private and exist only in `restricted.MemberProfile`.
///
/// @param weeklyHours null uses the workspace's setting
/// @param active false once the member left: no new time, history kept
@RecordBuilder
public record Member(
    UserId id,
    WorkspaceId workspaceId,
    Role role,
    ZoneId timezone,
    @Nullable BigDecimal weeklyHours,
    List<String> teams,
    boolean active,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence)
    implements Resource, MemberBuilder.With {

  public Member {
    teams = List.copyOf(teams);
  }

  @Override
  public String subject() {
    return id.value();
  }
}

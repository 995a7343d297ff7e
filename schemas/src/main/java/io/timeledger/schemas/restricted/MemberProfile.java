package io.timeledger.schemas.restricted;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Role;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the private member topic holds: what must never stand in an event, and what the API needs
/// to authenticate without a database. A tombstone erases it.
///
/// @param name null when erased or never given
/// @param email null when erased or never given
/// @param onlyTeams the teams whose members alone the member reaches beside themselves; null
///     unless the workspace limits them so: see [ManagerScope]
/// @param version of the member that it belongs to: readers hold the two together, which come by
///     different topics. Null in what was written before it was kept
public record MemberProfile(
    WorkspaceId workspaceId,
    UserId userId,
    @Nullable String name,
    @Nullable String email,
    Role role,
    ZoneId timezone,
    List<String> teams,
    boolean active,
    @Nullable List<String> onlyTeams,
    @Nullable Integer version) {

  /// Whether there is no more to tell them apart than the versions.
  public boolean isLike(MemberProfile other) {
    return of(other.version).equals(other);
  }

  private MemberProfile of(@Nullable Integer otherVersion) {
    return new MemberProfile(
        workspaceId, userId, name, email, role, timezone, teams, active, onlyTeams, otherVersion);
  }
}

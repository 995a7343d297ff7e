package io.timeledger.schemas.restricted;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Role;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The private member topic: personal data that no event may contain, and what the API needs to
/// authenticate without a database. A tombstone erases it.
///
/// @param name null when erased or never given
/// @param email null when erased or never given
/// @param onlyTeams teams whose members the member can reach besides themselves; null unless the
///     workspace sets such a limit: see [ManagerScope]
/// @param version of the member that it belongs to; readers match the two, which arrive on
///     different topics. Null in records that predate the field
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

  /// Whether the two differ at most in their versions.
  public boolean isLike(MemberProfile other) {
    return of(other.version).equals(other);
  }

  private MemberProfile of(@Nullable Integer otherVersion) {
    return new MemberProfile(
        workspaceId, userId, name, email, role, timezone, teams, active, onlyTeams, otherVersion);
  }
}

package io.timeledger.ingest.access;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.SortedSets;
import io.timeledger.schemas.visibility.Viewer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The authenticated member of a workspace, with the rights that both role and credential grant.
///
/// @param tokenId null unless a personal access token was used
/// @param reach the members to whom permissions over all members' time are limited; null means no
///     limit: see [io.timeledger.schemas.resource.ManagerScope]
public record Caller(
    WorkspaceId workspaceId,
    UserId userId,
    Set<Permission> permissions,
    @Nullable TokenId tokenId,
    CommandOrigin via,
    @Nullable Set<UserId> reach) {

  public Caller {
    permissions = SortedSets.copyOf(permissions);
    reach = reach == null ? null : Set.copyOf(reach);
  }

  /// A caller with unlimited reach.
  public Caller(
      WorkspaceId workspaceId,
      UserId userId,
      Set<Permission> permissions,
      @Nullable TokenId tokenId,
      CommandOrigin via) {
    this(workspaceId, userId, permissions, tokenId, via, null);
  }

  /// The same caller with reach limited to these members; null is no limit.
  public Caller within(@Nullable Set<UserId> members) {
    return new Caller(workspaceId, userId, permissions, tokenId, via, members);
  }

  /// The credential as a key for counters per token; the member if the token has no id of ours.
  public String credential() {
    return tokenId == null
        ? "member " + workspaceId.value() + "/" + userId.value()
        : "token " + tokenId.value();
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  public boolean mayAny(Set<Permission> any) {
    return any.stream().anyMatch(permissions::contains);
  }

  /// Whether the caller may see the member's time.
  public boolean seesTimeOf(UserId member) {
    return viewer().seesTimeOf(member);
  }

  public Viewer viewer() {
    return new Viewer(userId, permissions, reach);
  }

  public Actor actor() {
    return actor(via);
  }

  public Actor actor(CommandOrigin door) {
    return new Actor(userId, permissions, tokenId, door);
  }
}

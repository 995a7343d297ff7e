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

/// Who asks: a member of one workspace, with the rights that the role and the credential both give.
///
/// @param tokenId null unless a personal access token was used
/// @param reach the members whose time alone a permission over everybody's is good for; null means
///     all: see [io.timeledger.schemas.resource.ManagerScope]
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

  /// One whose reach is not limited.
  public Caller(
      WorkspaceId workspaceId,
      UserId userId,
      Set<Permission> permissions,
      @Nullable TokenId tokenId,
      CommandOrigin via) {
    this(workspaceId, userId, permissions, tokenId, via, null);
  }

  /// The same caller, reaching the time of these members at most; null does not limit.
  public Caller within(@Nullable Set<UserId> members) {
    return new Caller(workspaceId, userId, permissions, tokenId, via, members);
  }

  /// Names the credential, for what is counted per token; the member where it has no id of ours.
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

  /// Whether the time of the member shows to the caller.
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

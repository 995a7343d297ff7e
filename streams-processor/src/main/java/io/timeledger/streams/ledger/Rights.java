package io.timeledger.streams.ledger;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.Denial;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The caller's current rights: limited by both the token and the member's role.
public final class Rights {
  private final WorkspaceId workspaceId;
  private final UserId userId;
  private final @Nullable TokenId tokenId;
  private final Set<Permission> permissions;
  private final Predicate<UserId> reach;

  private Rights(
      WorkspaceId workspaceId,
      UserId userId,
      @Nullable TokenId tokenId,
      Set<Permission> permissions,
      Predicate<UserId> reach) {
    this.workspaceId = workspaceId;
    this.userId = userId;
    this.tokenId = tokenId;
    this.permissions = permissions;
    this.reach = reach;
  }

  /// @param reach the members to whom permissions for all members' time apply
  public static Rights of(
      WorkspaceId workspaceId, Actor actor, Role role, Predicate<UserId> reach) {
    EnumSet<Permission> both = EnumSet.noneOf(Permission.class);
    both.addAll(actor.permissions());
    both.retainAll(role.permissions());
    return new Rights(workspaceId, actor.userId(), actor.tokenId(), both, reach);
  }

  public static Rights all(WorkspaceId workspaceId, UserId userId) {
    return new Rights(workspaceId, userId, null, EnumSet.allOf(Permission.class), _ -> true);
  }

  public UserId userId() {
    return userId;
  }

  /// The caller's token, if any.
  public Optional<TokenId> tokenId() {
    return Optional.ofNullable(tokenId);
  }

  public boolean is(UserId user) {
    return userId.equals(user);
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /// Whether permissions for all members' time apply to this member.
  public boolean reaches(UserId user) {
    return reach.test(user);
  }

  public boolean mayAll(Set<Permission> wanted) {
    return permissions.containsAll(wanted);
  }

  public void require(Permission permission) {
    if (!may(permission)) {
      throw Refusal.of(ErrorCode.FORBIDDEN, missing(permission));
    }
  }

  /// Requires the right to change a member's time. Callers who cannot see it get "not found".
  ///
  /// @param what the resource, for the message
  public void requireWrite(UserId owner, String what) {
    if (is(owner)) {
      if (!may(Permission.WRITE) && !may(Permission.WRITE_ALL)) {
        throw Refusal.of(ErrorCode.FORBIDDEN, missing(Permission.WRITE));
      }
    } else if (!may(Permission.WRITE_ALL)) {
      throw may(Permission.READ_ALL) && reaches(owner)
          ? Refusal.of(ErrorCode.FORBIDDEN, missing(Permission.WRITE_ALL))
          : Refusal.notFound(what);
    }
  }

  /// As [#require], and records a denied attempt in the audit.
  ///
  /// @param denial the event of the attempt
  /// @param action the event that success would have caused
  public void requireAudited(
      Permission permission, EventType denial, EventType action, String entityId) {
    if (!may(permission)) {
      throw deny(Problem.of(ErrorCode.FORBIDDEN, missing(permission)), denial, action, entityId);
    }
  }

  /// A refusal that is recorded in the audit.
  public Refusal deny(Problem problem, EventType denial, EventType action, String entityId) {
    return Refusal.denied(
        problem,
        new Refusal.Denied(
            denial,
            new Denial(
                workspaceId,
                action.wireName(),
                action.subject().wireName(),
                entityId,
                userId,
                problem.code().wireName(),
                problem.message())));
  }

  private static String missing(Permission permission) {
    return "needs the permission " + permission.scope();
  }
}

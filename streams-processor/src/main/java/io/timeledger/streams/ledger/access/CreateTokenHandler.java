package io.timeledger.streams.ledger.access;

import io.timeledger.schemas.command.AccessCommand.CreateToken;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.TokenBuilder;
import io.timeledger.schemas.resource.TokenKind;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Creates a token for the caller, or for any member as administrator. A token never has
/// more rights than the credential that created it, in any role, so that a narrow token cannot
/// widen itself, not even ahead of a promotion.
public final class CreateTokenHandler {
  private CreateTokenHandler() {}

  public static List<ReplyItem> decide(
      CreateToken command, Rights rights, DecisionBuilder decision) {
    UserId user = command.userId() == null ? rights.userId() : command.userId();
    if (!rights.is(user)) {
      rights.requireAudited(
          Permission.ADMIN,
          EventType.TOKEN_CREATED_DENIED,
          EventType.TOKEN_CREATED,
          command.id().value());
    }
    Member member =
        decision
            .state()
            .member(user)
            .filter(Member::active)
            .orElseThrow(
                () ->
                    Refusal.of(
                        ErrorCode.UNKNOWN_MEMBER, "user_id", user + " is not an active member"));
    if (command.expiresAt() != null && !command.expiresAt().isAfter(decision.now())) {
      throw Refusal.invalid("expires_at", "is not in the future");
    }
    TokenKind kind = Objects.requireNonNullElse(command.kind(), TokenKind.ACCESS);
    Instant expiresAt =
        switch (kind) {
          case ACCESS -> command.expiresAt();
          case LOGIN -> LoginCode.expiresAt(command, decision.now());
          case SESSION ->
              throw Refusal.invalid("kind", "a session is opened by a login code or a token");
        };
    if (command.scopes().contains(Permission.FEED)) {
      requireOwnFeed(rights, user, command);
    } else {
      requireNoMoreThan(rights, member, command, decision);
    }
    if (decision.state().token(command.id()).isPresent()) {
      throw Refusal.invalid("id", "there is a token of this id");
    }
    return List.of(
        ReplyItem.of(
            Status.CREATED,
            NewToken.create(
                TokenBuilder.builder()
                    .id(command.id())
                    .workspaceId(decision.state().workspaceId())
                    .userId(user)
                    .kind(kind)
                    .name(command.name())
                    .scopes(command.scopes())
                    .ownDataOnly(command.ownDataOnly())
                    .expiresAt(expiresAt)
                    .createdAt(decision.now())
                    .createdBy(rights.userId())
                    .build(),
                command.secretHash(),
                decision)));
  }

  /// Feed addresses leak easily, so their token gives access only to the feed of the member who
  /// created it.
  private static void requireOwnFeed(Rights rights, UserId user, CreateToken command) {
    rights.require(Permission.CALENDAR);
    if (!rights.is(user)) {
      throw Refusal.invalid("user_id", "a feed is of one's own time");
    }
    if (command.scopes().size() > 1) {
      throw Refusal.invalid("scopes", "time:feed stands alone");
    }
  }

  private static void requireNoMoreThan(
      Rights rights, Member member, CreateToken command, DecisionBuilder decision) {
    Set<Permission> granted = member.role().grant(command.scopes(), command.ownDataOnly());
    Set<Permission> atMost = Role.OWNER.grant(command.scopes(), command.ownDataOnly());
    boolean widerThanItsMaker =
        rights
            .tokenId()
            .flatMap(decision.state()::token)
            .map(maker -> Role.OWNER.grant(maker.scopes(), maker.ownDataOnly()))
            .filter(makers -> !makers.containsAll(atMost))
            .isPresent();
    if (widerThanItsMaker || !rights.mayAll(granted)) {
      throw rights.deny(
          Problem.of(
              ErrorCode.FORBIDDEN, "scopes", "the token would open more than its creator may"),
          EventType.TOKEN_CREATED_DENIED,
          EventType.TOKEN_CREATED,
          command.id().value());
    }
  }
}

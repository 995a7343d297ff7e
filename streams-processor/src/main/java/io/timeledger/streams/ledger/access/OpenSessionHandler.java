package io.timeledger.streams.ledger.access;

import io.timeledger.schemas.command.AccessCommand.OpenSession;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Token;
import io.timeledger.schemas.resource.TokenBuilder;
import io.timeledger.schemas.resource.TokenKind;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens the session of a browser with the scopes of the token that asks. Using up a login code, or
/// replacing a session, is part of the decision: of two that come with one code, the second finds
/// it revoked.
public final class OpenSessionHandler {
  private static final Duration LENGTH = Duration.ofHours(12);
  private static final Duration RENEWABLE = Duration.ofHours(1);

  private OpenSessionHandler() {}

  public static List<ReplyItem> decide(
      OpenSession command, Rights rights, DecisionBuilder decision) {
    Token opener =
        rights
            .tokenId()
            .flatMap(decision.state()::token)
            .filter(token -> token.isLive(decision.now()))
            .orElseThrow(OpenSessionHandler::unknown);
    if (opener.scopes().contains(Permission.FEED)) {
      throw Refusal.of(ErrorCode.FORBIDDEN, "a feed's token opens no session");
    }
    if (decision.state().token(command.id()).isPresent()) {
      throw Refusal.invalid("id", "there is a token of this id");
    }
    Token session =
        switch (opener.kind()) {
          case ACCESS -> open(EventType.USER_LOGIN, command, opener, opener.id(), decision);
          case LOGIN -> {
            RevokeTokenHandler.revoke(opener, decision);
            yield open(EventType.USER_LOGIN, command, opener, null, decision);
          }
          case SESSION -> {
            requireRenewable(opener, decision.now());
            RevokeTokenHandler.revoke(opener, decision);
            yield open(EventType.TOKEN_CREATED, command, opener, opener.openedBy(), decision);
          }
        };
    dropExpired(opener.userId(), decision);
    return List.of(ReplyItem.of(Status.CREATED, session));
  }

  private static Token open(
      EventType type,
      OpenSession command,
      Token opener,
      @Nullable TokenId openedBy,
      DecisionBuilder decision) {
    return NewToken.create(
        type,
        TokenBuilder.builder()
            .id(command.id())
            .workspaceId(opener.workspaceId())
            .userId(opener.userId())
            .kind(TokenKind.SESSION)
            .name("session")
            .scopes(opener.scopes())
            .ownDataOnly(opener.ownDataOnly())
            .expiresAt(expiresAt(openedBy, decision))
            .createdAt(decision.now())
            .createdBy(opener.userId())
            .openedBy(openedBy)
            .build(),
        command.secretHash(),
        decision);
  }

  /// A session never outlives the access token that opened it.
  private static Instant expiresAt(@Nullable TokenId openedBy, DecisionBuilder decision) {
    Instant latest = decision.now().plus(LENGTH);
    return Optional.ofNullable(openedBy)
        .flatMap(decision.state()::token)
        .map(Token::expiresAt)
        .filter(latest::isAfter)
        .orElse(latest);
  }

  private static void requireRenewable(Token session, Instant now) {
    Instant expiresAt = session.expiresAt();
    if (expiresAt != null && now.isBefore(expiresAt.minus(RENEWABLE))) {
      throw Refusal.of(
          ErrorCode.SESSION_NOT_RENEWABLE,
          "the session is renewed from %s on, in its last hour"
              .formatted(expiresAt.minus(RENEWABLE)));
    }
  }

  /// What ended by itself leaves the topic of the secrets, else each login would stay there.
  private static void dropExpired(UserId user, DecisionBuilder decision) {
    for (Token token : List.copyOf(decision.state().tokens(user))) {
      if (token.kind() != TokenKind.ACCESS
          && token.revokedAt() == null
          && !token.isLive(decision.now())) {
        RevokeTokenHandler.revoke(token, decision);
      }
    }
  }

  private static Refusal unknown() {
    return Refusal.of(
        ErrorCode.UNAUTHORIZED, "the login code, session or token is used, revoked or expired");
  }
}

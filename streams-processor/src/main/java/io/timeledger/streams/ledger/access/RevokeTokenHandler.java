package io.timeledger.streams.ledger.access;

import io.timeledger.schemas.command.AccessCommand.RevokeToken;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Token;
import io.timeledger.schemas.resource.TokenKind;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PrivateChange;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import java.util.List;

/// Revokes the caller's own token, or any member's as administrator, for good.
public final class RevokeTokenHandler {
  private RevokeTokenHandler() {}

  public static List<ReplyItem> decide(
      RevokeToken command, Rights rights, DecisionBuilder decision) {
    Token token =
        decision
            .state()
            .token(command.id())
            .orElseThrow(() -> Refusal.notFound("token " + command.id()));
    if (!rights.is(token.userId())) {
      rights.requireAudited(
          Permission.ADMIN,
          EventType.TOKEN_REVOKED_DENIED,
          EventType.TOKEN_REVOKED,
          token.subject());
    }
    VersionCheck.require(token, decision);
    return List.of(
        token.revokedAt() == null
            ? ReplyItem.of(Status.DELETED, revoke(token, decision))
            : ReplyItem.of(Status.UNCHANGED, token));
  }

  /// Also ends the sessions that the token opened.
  public static Token revoke(Token token, DecisionBuilder decision) {
    Token revoked = revoke(EventType.TOKEN_REVOKED, token, decision);
    if (token.kind() == TokenKind.ACCESS) {
      decision.state().tokens(token.userId()).stream()
          .filter(other -> token.id().equals(other.openedBy()) && other.revokedAt() == null)
          .toList()
          .forEach(session -> revoke(EventType.TOKEN_REVOKED, session, decision));
    }
    return revoked;
  }

  static Token revoke(EventType type, Token token, DecisionBuilder decision) {
    Token revoked = decision.change(type, token.with(b -> b.revokedAt(decision.now())), token);
    decision.change(new PrivateChange.DropSecret(token.id()));
    return revoked;
  }
}

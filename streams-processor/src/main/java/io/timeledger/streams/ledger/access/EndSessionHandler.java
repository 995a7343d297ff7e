package io.timeledger.streams.ledger.access;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Token;
import io.timeledger.schemas.resource.TokenKind;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import java.util.List;

/// Ends the session that asks.
public final class EndSessionHandler {
  private EndSessionHandler() {}

  public static List<ReplyItem> decide(Rights rights, DecisionBuilder decision) {
    Token session =
        rights
            .tokenId()
            .flatMap(decision.state()::token)
            .filter(token -> token.kind() == TokenKind.SESSION)
            .orElseThrow(
                () -> Refusal.of(ErrorCode.UNAUTHORIZED, "only a session is ended this way"));
    return List.of(
        session.revokedAt() == null
            ? ReplyItem.of(
                Status.DELETED, RevokeTokenHandler.revoke(EventType.USER_LOGOUT, session, decision))
            : ReplyItem.of(Status.UNCHANGED, session));
  }
}

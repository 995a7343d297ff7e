package io.timeledger.streams.ledger.access;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.resource.Token;
import io.timeledger.schemas.restricted.TokenRecord;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PrivateChange;

/// Records a token: public data as an event, the hash of its secret on the private topic.
final class NewToken {
  private NewToken() {}

  static Token create(Token token, String secretHash, DecisionBuilder decision) {
    return create(EventType.TOKEN_CREATED, token, secretHash, decision);
  }

  static Token create(EventType type, Token token, String secretHash, DecisionBuilder decision) {
    Token created = decision.change(type, token, null);
    decision.change(
        new PrivateChange.KeepSecret(
            new TokenRecord(
                created.id(),
                created.workspaceId(),
                created.userId(),
                secretHash,
                created.scopes(),
                created.ownDataOnly(),
                created.expiresAt(),
                created.kind())));
    return created;
  }
}

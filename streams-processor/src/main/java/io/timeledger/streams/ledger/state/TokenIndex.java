package io.timeledger.streams.ledger.state;

import static io.timeledger.streams.ledger.state.StateTable.TOKEN;
import static io.timeledger.streams.ledger.state.StateTable.TOKEN_KEY;

import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Token;
import java.util.Collection;
import java.util.Optional;

/// Tokens by user, and by id.
record TokenIndex(StateTables tables) {

  Optional<Token> token(TokenId id) {
    return tables.find(TOKEN, TOKEN_KEY, id.value());
  }

  Collection<Token> tokens(UserId user) {
    return tables.withPrefix(TOKEN, user.value() + "/");
  }

  void put(Token token) {
    String key = token.userId().value() + "/" + token.id().value();
    tables.put(TOKEN, key, token);
    tables.put(TOKEN_KEY, token.id().value(), key);
  }
}

package io.timeledger.streams.ledger.state;

import static io.timeledger.streams.ledger.state.StateTable.CONNECTION;
import static io.timeledger.streams.ledger.state.StateTable.CONNECTION_KEY;

import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Connection;
import java.util.Collection;
import java.util.Optional;

/// Connections that are not deleted, by user, and by id.
record ConnectionIndex(StateTables tables) {

  Optional<Connection> connection(ConnectionId id) {
    return tables.find(CONNECTION, CONNECTION_KEY, id.value());
  }

  Collection<Connection> connections(UserId user) {
    return tables.withPrefix(CONNECTION, user.value() + "/");
  }

  void put(Connection connection) {
    String key = connection.userId().value() + "/" + connection.id().value();
    if (connection.deletedAt() == null) {
      tables.put(CONNECTION, key, connection);
      tables.put(CONNECTION_KEY, connection.id().value(), key);
    } else {
      tables.delete(CONNECTION, key);
      tables.delete(CONNECTION_KEY, connection.id().value());
    }
  }
}

package io.timeledger.streams.ledger.calendar;

import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;

/// Loads a connection of the caller. Does not reveal whether the id is another member's connection.
final class OwnConnection {
  private OwnConnection() {}

  /// @throws Refusal `not_found`
  static Connection of(ConnectionId id, Rights rights, DecisionBuilder decision) {
    return decision
        .state()
        .connection(id)
        .filter(connection -> rights.is(connection.userId()))
        .orElseThrow(() -> notFound(id));
  }

  static Refusal notFound(ConnectionId id) {
    return Refusal.notFound("connection " + id);
  }
}

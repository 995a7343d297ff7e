package io.timeledger.streams.ledger.calendar;

import io.timeledger.schemas.command.ConnectionCommand.Disconnect;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PrivateChange.DropConnectionSecret;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;

/// Permanently deletes a connection and its secret. Entries made from its blocks stay.
final class DisconnectHandler {
  private DisconnectHandler() {}

  static ReplyItem decide(Disconnect command, Rights rights, DecisionBuilder decision) {
    Connection connection = disconnectable(command, rights, decision);
    VersionCheck.require(connection, command.ifVersion(), decision);
    return ReplyItem.of(Status.DELETED, disconnect(connection, decision));
  }

  private static Connection disconnectable(
      Disconnect command, Rights rights, DecisionBuilder decision) {
    if (rights.may(Permission.ADMIN)) {
      return decision
          .state()
          .connection(command.id())
          .orElseThrow(() -> OwnConnection.notFound(command.id()));
    }
    rights.require(Permission.CALENDAR);
    return OwnConnection.of(command.id(), rights, decision);
  }

  static Connection disconnect(Connection connection, DecisionBuilder decision) {
    Connection deleted =
        decision.change(
            EventType.CONNECTION_DELETED,
            connection.with(b -> b.deletedAt(decision.now())),
            connection);
    decision.change(new DropConnectionSecret(connection.id()));
    return deleted;
  }
}

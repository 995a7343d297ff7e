package io.timeledger.streams.ledger.calendar;

import io.timeledger.schemas.command.ConnectionCommand.ConnectCalendar;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionBuilder;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PrivateChange.KeepConnectionSecret;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import org.jspecify.annotations.Nullable;

/// Connects or reconnects calendars of the caller. A reconnected connection keeps its name and
/// settings.
final class ConnectCalendarHandler {
  private ConnectCalendarHandler() {}

  static ReplyItem decide(ConnectCalendar command, Rights rights, DecisionBuilder decision) {
    rights.require(Permission.CALENDAR);
    rights.require(Permission.WRITE);
    Connection before = decision.state().connection(command.id()).orElse(null);
    if (before != null && !rights.is(before.userId())) {
      throw OwnConnection.notFound(command.id());
    }
    requireUnused(command, before);
    Connection after = before == null ? created(command, rights, decision) : again(command, before);
    Connection connection = decision.change(EventType.CONNECTION_UPSERTED, after, before);
    decision.change(
        new KeepConnectionSecret(
            new ConnectionSecret(
                connection.id(),
                connection.workspaceId(),
                connection.version(),
                command.secret())));
    return ReplyItem.of(before == null ? Status.CREATED : Status.UPDATED, connection);
  }

  private static void requireUnused(ConnectCalendar command, @Nullable Connection before) {
    Integer seen = command.seenVersion();
    int version = before == null ? 0 : before.version();
    if (seen != null && seen != version) {
      throw Refusal.of(
          ErrorCode.TICKET_INVALID,
          "the ticket was used, or the connection has changed since the sign-in began");
    }
  }

  private static Connection created(
      ConnectCalendar command, Rights rights, DecisionBuilder decision) {
    // Readers of the secrets topic recognize connections by this prefix.
    if (!command.id().value().startsWith(ConnectionId.PREFIX)) {
      throw Refusal.invalid("id", "expected conn_ and a ULID");
    }
    if (decision.state().connections(rights.userId()).size() >= Connection.MAX_PER_MEMBER) {
      throw Refusal.of(
          ErrorCode.CONNECTION_LIMIT,
          "the member has %d connections already".formatted(Connection.MAX_PER_MEMBER));
    }
    ConnectionRules rules = new ConnectionRules();
    rules.checkName(command.name());
    rules.requireAll();
    return ConnectionBuilder.builder()
        .id(command.id())
        .workspaceId(decision.state().workspaceId())
        .userId(rights.userId())
        .provider(command.provider())
        .name(command.name())
        .status(ConnectionStatus.CONNECTING)
        .daysBack(Connection.DEFAULT_DAYS_BACK)
        .daysAhead(Connection.DEFAULT_DAYS_AHEAD)
        .createdAt(decision.now())
        .updatedAt(decision.now())
        .build();
  }

  private static Connection again(ConnectCalendar command, Connection before) {
    if (before.provider() != command.provider()) {
      throw Refusal.invalid("provider", "the connection has another provider");
    }
    return before.with(b -> b.status(ConnectionStatus.CONNECTING).statusReason(null));
  }
}

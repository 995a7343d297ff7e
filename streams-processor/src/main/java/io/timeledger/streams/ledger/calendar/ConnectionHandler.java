package io.timeledger.streams.ledger.calendar;

import io.timeledger.schemas.command.ConnectionCommand;
import io.timeledger.schemas.command.ConnectionCommand.ChangeConnection;
import io.timeledger.schemas.command.ConnectionCommand.ConnectCalendar;
import io.timeledger.schemas.command.ConnectionCommand.Disconnect;
import io.timeledger.schemas.command.ConnectionCommand.ReportConnection;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Rights;
import java.util.List;

/// Dispatches commands about connections to their handlers.
public final class ConnectionHandler {
  private ConnectionHandler() {}

  public static List<ReplyItem> decide(
      ConnectionCommand command, Rights rights, DecisionBuilder decision) {
    return List.of(
        switch (command) {
          case ConnectCalendar connect -> ConnectCalendarHandler.decide(connect, rights, decision);
          case ChangeConnection change -> ChangeConnectionHandler.decide(change, rights, decision);
          case Disconnect disconnect -> DisconnectHandler.decide(disconnect, rights, decision);
          case ReportConnection report -> ReportConnectionHandler.decide(report, rights, decision);
        });
  }
}

package io.timeledger.streams.ledger.calendar;

import io.timeledger.schemas.command.ConnectionCommand.ReportConnection;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PrivateChange.DropConnectionSecret;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import org.jspecify.annotations.Nullable;

/// Records the health of a connection, unless the connection was changed since, because the change
/// may have fixed it. The first report deletes a ticket, which can be used only once. An address is
/// used repeatedly and stays.
final class ReportConnectionHandler {
  private static final int LONGEST_REASON = 500;

  private ReportConnectionHandler() {}

  static ReplyItem decide(ReportConnection command, Rights rights, DecisionBuilder decision) {
    rights.require(Permission.ADMIN);
    if (command.status() == ConnectionStatus.CONNECTING) {
      throw Refusal.invalid("status", "only the owner can set this status, by connecting");
    }
    Connection before =
        decision
            .state()
            .connection(command.id())
            .orElseThrow(() -> OwnConnection.notFound(command.id()));
    Connection after =
        before.with(b -> b.status(command.status()).statusReason(cut(command.reason())));
    if (before.version() != command.seenVersion() || !decision.differs(after, before)) {
      return ReplyItem.of(Status.UNCHANGED, before);
    }
    Connection changed = decision.change(EventType.CONNECTION_UPSERTED, after, before);
    if (before.status() == ConnectionStatus.CONNECTING && before.provider() != Provider.ICS) {
      decision.change(new DropConnectionSecret(changed.id()));
    }
    return ReplyItem.of(Status.UPDATED, changed);
  }

  private static @Nullable String cut(@Nullable String reason) {
    return reason == null || reason.codePointCount(0, reason.length()) <= LONGEST_REASON
        ? reason
        : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON));
  }
}

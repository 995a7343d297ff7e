package io.timeledger.streams.ledger.calendar;

import io.timeledger.schemas.command.ConnectionCommand.ChangeConnection;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;

/// Changes the owner's settings: the name, which calendars and days are read, and whether private
/// titles are shown.
final class ChangeConnectionHandler {
  private ChangeConnectionHandler() {}

  static ReplyItem decide(ChangeConnection command, Rights rights, DecisionBuilder decision) {
    rights.require(Permission.CALENDAR);
    Connection before = OwnConnection.of(command.id(), rights, decision);
    VersionCheck.require(before, command.ifVersion(), decision);
    Connection after = PatchedConnection.of(before, command.patch());
    if (!decision.differs(after, before)) {
      return ReplyItem.of(Status.UNCHANGED, before);
    }
    return ReplyItem.of(
        Status.UPDATED, decision.change(EventType.CONNECTION_UPSERTED, after, before));
  }
}

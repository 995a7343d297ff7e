package io.timeledger.streams.ledger.timer;

import io.timeledger.schemas.command.TimerCommand.DiscardTimer;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import io.timeledger.streams.ledger.entry.DeleteEntryHandler;
import java.util.List;

/// Discards the running timer: its entry is deleted and never counts.
public final class DiscardTimerHandler {
  private DiscardTimerHandler() {}

  public static List<ReplyItem> decide(
      DiscardTimer command, Rights rights, DecisionBuilder decision) {
    TimeEntry running = RunningTimer.of(command.userId(), rights, decision);
    VersionCheck.require(running, decision);
    return List.of(ReplyItem.of(Status.DELETED, DeleteEntryHandler.delete(running, decision)));
  }
}

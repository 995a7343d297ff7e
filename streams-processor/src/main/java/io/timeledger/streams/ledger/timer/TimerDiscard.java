package io.timeledger.streams.ledger.timer;

import io.timeledger.schemas.command.TimerCommand.DiscardTimer;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.Versions;
import io.timeledger.streams.ledger.entry.EntryDeletion;
import java.util.List;

/// Discards the running timer: its entry is deleted and never counts.
public final class TimerDiscard {
  private TimerDiscard() {}

  public static List<ReplyItem> decide(DiscardTimer command, Rights rights, Draft decision) {
    TimeEntry running = RunningTimer.of(command.userId(), rights, decision);
    Versions.require(running, decision);
    return List.of(ReplyItem.of(Status.DELETED, EntryDeletion.delete(running, decision)));
  }
}

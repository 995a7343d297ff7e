package io.timeledger.streams.ledger.timer;

import io.timeledger.schemas.command.TimerCommand.StopTimer;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.Versions;
import io.timeledger.streams.ledger.entry.SaidTime;
import io.timeledger.streams.ledger.entry.StoppedTimer;
import java.time.Instant;
import java.util.List;

/// Stops the running timer, now or at a moment since its start.
public final class TimerStop {
  private TimerStop() {}

  public static List<ReplyItem> decide(StopTimer command, Rights rights, Draft decision) {
    TimeEntry running = RunningTimer.of(command.userId(), rights, decision);
    Versions.require(running, decision);
    Instant stoppedAt = SaidTime.upToNow(command.stoppedAt(), "stopped_at", decision.now());
    Instant startedAt = running.startedAt();
    Instant said = command.stoppedAt();
    if (said != null && startedAt != null && said.isBefore(startedAt)) {
      throw Refusal.invalid("stopped_at", "%s is before the start, %s".formatted(said, startedAt));
    }
    return List.of(
        ReplyItem.of(Status.UPDATED, StoppedTimer.stop(running, stoppedAt, null, decision)));
  }
}

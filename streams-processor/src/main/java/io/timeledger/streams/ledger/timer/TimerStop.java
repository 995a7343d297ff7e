package io.timeledger.streams.ledger.timer;

import io.timeledger.schemas.command.TimerCommand.StopTimer;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.entry.StoppedTimer;
import java.time.Instant;
import java.util.List;

/// Stops the running timer, now or at a moment since its start.
public final class TimerStop {
  private TimerStop() {}

  public static List<ReplyItem> decide(StopTimer command, Rights rights, Draft decision) {
    TimeEntry running = RunningTimer.of(command.userId(), rights, decision);
    Instant stoppedAt = command.stoppedAt() == null ? decision.now() : command.stoppedAt();
    Instant startedAt = running.startedAt();
    if (command.stoppedAt() != null && startedAt != null && stoppedAt.isBefore(startedAt)) {
      throw Refusal.invalid(
          "stopped_at", "%s is before the start, %s".formatted(stoppedAt, startedAt));
    }
    if (command.stoppedAt() != null && stoppedAt.isAfter(decision.now())) {
      throw Refusal.invalid(
          "stopped_at", "%s is in the future (now: %s)".formatted(stoppedAt, decision.now()));
    }
    return List.of(
        ReplyItem.of(Status.UPDATED, StoppedTimer.stop(running, stoppedAt, null, decision)));
  }
}

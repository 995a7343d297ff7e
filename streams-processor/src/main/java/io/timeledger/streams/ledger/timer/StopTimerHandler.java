package io.timeledger.streams.ledger.timer;

import io.timeledger.schemas.command.TimerCommand.StopTimer;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import io.timeledger.streams.ledger.entry.ClockSkewTolerance;
import io.timeledger.streams.ledger.entry.RunningEntryStop;
import java.time.Instant;
import java.util.List;

/// Stops the running timer, now or at a time since its start.
public final class StopTimerHandler {
  private StopTimerHandler() {}

  public static List<ReplyItem> decide(StopTimer command, Rights rights, DecisionBuilder decision) {
    TimeEntry running = RunningTimer.of(command.userId(), rights, decision);
    VersionCheck.require(running, decision);
    Instant stoppedAt =
        ClockSkewTolerance.upToNow(command.stoppedAt(), "stopped_at", decision.now());
    Instant startedAt = running.startedAt();
    Instant said = command.stoppedAt();
    if (said != null && startedAt != null && said.isBefore(startedAt)) {
      throw Refusal.invalid("stopped_at", "%s is before the start, %s".formatted(said, startedAt));
    }
    return List.of(
        ReplyItem.of(Status.UPDATED, RunningEntryStop.stop(running, stoppedAt, null, decision)));
  }
}

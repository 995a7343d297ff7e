package io.timeledger.streams.ledger.timer;

import io.timeledger.schemas.command.TimerCommand.FlagRunawayTimer;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Settings;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.entry.RunningEntryStop;
import io.timeledger.streams.ledger.review.ReviewReasons;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Flags a runaway timer once and, if the workspace wants it, stops it at the threshold. The flag
/// on the entry records that it was done.
public final class FlagRunawayTimerHandler {
  static final String REASON = "runaway_timer";

  private FlagRunawayTimerHandler() {}

  public static List<ReplyItem> decide(
      FlagRunawayTimer command, Rights rights, DecisionBuilder decision) {
    rights.require(Permission.ADMIN);
    TimeEntry entry =
        decision
            .state()
            .entry(command.id())
            .orElseThrow(() -> Refusal.notFound("time entry " + command.id()));
    Settings settings = decision.state().settings();
    Instant start = entry.startedAt();
    if (!entry.isRunning()
        || entry.isDeleted()
        || start == null
        || ReviewReasons.has(entry, REASON)) {
      return List.of(ReplyItem.of(Status.UNCHANGED, entry));
    }
    Instant threshold = start.plus(Duration.ofHours(settings.runawayTimerHours()));
    if (threshold.isAfter(decision.now())) {
      return List.of(ReplyItem.of(Status.UNCHANGED, entry));
    }
    TimeEntry flagged =
        decision.change(EventType.TIMER_RUNAWAY, ReviewReasons.flag(entry, REASON), entry);
    return List.of(
        ReplyItem.of(
            Status.UPDATED,
            settings.runawayTimerHoursAutoStop()
                ? RunningEntryStop.stop(flagged, threshold, null, decision)
                : flagged));
  }
}

package io.timeledger.streams.ledger.timer;

import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.TimerCommand.StartTimer;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.entry.ClockSkewTolerance;
import io.timeledger.streams.ledger.entry.ExternalPair;
import io.timeledger.streams.ledger.entry.NewEntry;
import io.timeledger.streams.ledger.entry.RunningEntryStart;
import io.timeledger.streams.ledger.entry.RunningEntryStop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Starts a timer and stops the running one in the same decision, where the new one begins or, if
/// that is earlier, at its own start. The reply has the started entry and, if there was one, the
/// stopped entry.
public final class StartTimerHandler {
  private StartTimerHandler() {}

  public static List<ReplyItem> decide(
      StartTimer command, Rights rights, DecisionBuilder decision) {
    EntryDraft draft = command.draft();
    if (ExternalPair.of(draft).isPresent()) {
      throw Refusal.invalid("external_id", "a timer has no external id");
    }
    Member member = NewEntry.member(draft, rights, decision);
    Instant startedAt = ClockSkewTolerance.upToNow(draft.startedAt(), "started_at", decision.now());
    Optional<TimeEntry> stopped =
        decision
            .state()
            .runningTimer(member.id())
            .map(running -> RunningEntryStop.stop(running, startedAt, null, decision));
    List<ReplyItem> items = new ArrayList<>();
    items.add(
        ReplyItem.of(Status.CREATED, RunningEntryStart.start(draft, startedAt, member, decision)));
    stopped.ifPresent(entry -> items.add(ReplyItem.of(Status.UPDATED, entry)));
    return items;
  }
}

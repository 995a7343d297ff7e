package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.rate.RateResolver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Creates a running entry. Required fields are checked at the stop.
public final class RunningEntryStart {
  private RunningEntryStart() {}

  /// @param startedAt in whole seconds, not after now
  /// @param member without a running entry
  public static TimeEntry start(
      EntryDraft draft, Instant startedAt, Member member, DecisionBuilder decision) {
    ZoneId zone = draft.timezone() == null ? member.timezone() : draft.timezone();
    LocalDate day = LocalDate.ofInstant(startedAt, zone);
    EntryTimes.requireDay(day, "started_at");
    TimeEntry running =
        NewEntry.describe(draft, member, Source.TIMER, decision)
            .with(
                b ->
                    b.status(EntryStatus.RUNNING).startedAt(startedAt).timezone(zone).logDate(day));
    return decision.change(
        EventType.TIMER_STARTED,
        RateResolver.price(EntryRules.checkOverlap(running, decision), decision.state()),
        null);
  }
}

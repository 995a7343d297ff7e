package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.rate.RateResolver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Makes a running entry. Required fields are not asked for yet: the stop looks at them.
public final class StartedTimer {
  private StartedTimer() {}

  /// @param member who has no running entry
  public static TimeEntry start(EntryDraft draft, Member member, Draft decision) {
    Instant asked = draft.startedAt() == null ? decision.now() : draft.startedAt();
    Instant startedAt = asked.truncatedTo(ChronoUnit.SECONDS);
    if (startedAt.isAfter(decision.now())) {
      throw Refusal.invalid("started_at", "a timer cannot start in the future");
    }
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

package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.command.EntryPatch;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Changes when an entry was worked, in the form that it has: clock times, or day and duration. The
/// duration of a timer is rounded again by the present rule.
final class EntryRetiming {
  private EntryRetiming() {}

  static TimeEntry retime(TimeEntry entry, EntryPatch patch, Draft decision) {
    ZoneId zone = patch.timezone().orKeepNonNull(entry.timezone());
    Instant start = entry.startedAt();
    Instant end = entry.endedAt();
    if (start == null) {
      refuse(patch.startedAt(), "started_at", "the entry has a day and hours, no clock times");
      refuse(patch.endedAt(), "ended_at", "the entry has a day and hours, no clock times");
      EntryTimes times =
          EntryTimes.ofDay(
              patch.logDate().orKeepNonNull(entry.logDate()),
              patch.durationSeconds().orKeepNonNull(entry.durationSeconds()),
              zone);
      return times.equals(EntryTimes.of(entry)) ? entry : times.on(entry);
    }
    refuse(patch.logDate(), "log_date", "the entry has clock times: change started_at");
    refuse(patch.durationSeconds(), "hours", "the entry has clock times: change ended_at");
    if (end == null) {
      return restart(entry, patch, zone, decision);
    }
    if (!patch.startedAt().present() && !patch.endedAt().present() && !patch.timezone().present()) {
      return entry;
    }
    EntryTimes times =
        EntryTimes.ofClock(
            patch.startedAt().orKeepNonNull(start), patch.endedAt().orKeepNonNull(end), zone);
    if (times.equals(EntryTimes.of(entry))) {
      return entry;
    }
    TimeEntry timed = times.on(entry);
    return entry.source() == Source.TIMER
        ? timed.with(
            b ->
                b.roundedSeconds(
                    Rounding.round(times.durationSeconds(), decision.state().settings())))
        : timed;
  }

  private static TimeEntry restart(TimeEntry entry, EntryPatch patch, ZoneId zone, Draft decision) {
    if (patch.endedAt().present()) {
      throw Refusal.of(
          ErrorCode.ENTRY_RUNNING, "ended_at", "the entry is running: stop the timer instead");
    }
    Instant kept = entry.startedAt();
    Instant start = kept == null ? null : patch.startedAt().orKeepNonNull(kept);
    if (start == null) {
      return entry;
    }
    Instant startedAt = start.truncatedTo(ChronoUnit.SECONDS);
    if (startedAt.isAfter(decision.now())) {
      throw Refusal.invalid("started_at", "a timer cannot start in the future");
    }
    return entry.with(
        b -> b.startedAt(startedAt).timezone(zone).logDate(LocalDate.ofInstant(startedAt, zone)));
  }

  private static void refuse(Patch<?> patch, String field, String rule) {
    if (patch.present()) {
      throw Refusal.invalid(field, rule);
    }
  }
}

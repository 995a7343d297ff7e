package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.command.EntryPatch;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Changes the time of an entry, in its form: clock times, or day and duration. If a timer's
/// duration changes, it is rounded again by the current rule.
final class EntryRetiming {
  private EntryRetiming() {}

  static TimeEntry retime(TimeEntry entry, EntryPatch patch, DecisionBuilder decision) {
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
    long rounded = rounded(entry, times.durationSeconds(), decision);
    return timed.with(b -> b.roundedSeconds(rounded));
  }

  private static long rounded(TimeEntry entry, long seconds, DecisionBuilder decision) {
    if (seconds == entry.durationSeconds()) {
      return entry.roundedSeconds();
    }
    return entry.source() == Source.TIMER
        ? Rounding.round(seconds, decision.state().settings())
        : seconds;
  }

  private static TimeEntry restart(
      TimeEntry entry, EntryPatch patch, ZoneId zone, DecisionBuilder decision) {
    if (patch.endedAt().present()) {
      throw Refusal.of(
          ErrorCode.ENTRY_RUNNING, "ended_at", "the entry is running: stop the timer instead");
    }
    Instant kept = entry.startedAt();
    Instant start = kept == null ? null : patch.startedAt().orKeepNonNull(kept);
    if (start == null) {
      return entry;
    }
    // The existing value may be after now if the append time stepped back.
    Instant startedAt =
        patch.startedAt().present()
            ? ClockSkewTolerance.upToNow(start, "started_at", decision.now())
            : start;
    LocalDate day = LocalDate.ofInstant(startedAt, zone);
    EntryTimes.requireDay(day, "started_at");
    TimeEntry restarted = entry.with(b -> b.startedAt(startedAt).timezone(zone).logDate(day));
    return startedAt.equals(kept) ? restarted : EntryRules.checkOverlap(restarted, decision);
  }

  private static void refuse(Patch<?> patch, String field, String rule) {
    if (patch.present()) {
      throw Refusal.invalid(field, rule);
    }
  }
}

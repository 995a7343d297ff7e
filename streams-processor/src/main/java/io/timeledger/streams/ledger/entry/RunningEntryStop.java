package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.MidnightPolicy;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.Settings;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.rate.RateResolver;
import io.timeledger.streams.ledger.review.ReviewReasons;
import io.timeledger.streams.ledger.rule.Automation;
import io.timeledger.streams.ledger.timesheet.TimesheetLookup;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Turns a running entry into a time entry. A stop is never refused for length, required fields,
/// overlap, an archived project or a locked period: the entry is kept and flagged. Stopped into a
/// locked timesheet, it stays a draft outside that timesheet's totals until the timesheet is
/// reopened.
///
/// Events: `timer.stopped`, then `time_entry.created` for each piece.
public final class RunningEntryStop {
  private RunningEntryStop() {}

  /// @param stoppedAt not before the start
  /// @param flag additional review reason of the caller; null for none
  /// @return the resulting entry; the first piece after a split
  public static TimeEntry stop(
      TimeEntry running, Instant stoppedAt, @Nullable String flag, DecisionBuilder decision) {
    Settings settings = decision.state().settings();
    EntryTimes whole = times(running, stoppedAt);
    List<EntryTimes> pieces =
        settings.midnightPolicy() == MidnightPolicy.SPLIT
            ? MidnightSplit.of(whole)
            : List.of(whole);
    List<Long> rounded =
        MidnightSplit.shareRounded(
            pieces.stream().map(EntryTimes::durationSeconds).toList(),
            Rounding.round(whole.durationSeconds(), settings));
    TimeEntry reviewed =
        Automation.applyUnrefused(
            review(whole.on(running), flag, decision), decision.state(), ReviewReasons::flag);
    List<TimeEntry> stopped = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      TimeEntry piece =
          overlaps(
              pieces.get(i).on(CreateEntryHandler.piece(reviewed, stopped, decision)), decision);
      long seconds = rounded.get(i);
      TimeEntry filed = file(piece.with(b -> b.roundedSeconds(seconds)), decision);
      stopped.add(record(filed, i == 0 ? running : null, decision));
    }
    ReviewRefresh.ofOthers(running, decision);
    return stopped.getFirst();
  }

  private static EntryTimes times(TimeEntry running, Instant stoppedAt) {
    Instant start = Objects.requireNonNull(running.startedAt(), "startedAt");
    Instant stop = stoppedAt.truncatedTo(ChronoUnit.SECONDS);
    // The append time used as "now" can step back.
    Instant end = stop.isBefore(start) ? start : stop;
    return new EntryTimes(
        start, end, running.timezone(), running.logDate(), start.until(end, ChronoUnit.SECONDS));
  }

  private static TimeEntry review(
      TimeEntry entry, @Nullable String flag, DecisionBuilder decision) {
    TimeEntry reviewed = flag == null ? entry : ReviewReasons.flag(entry, flag);
    if (EntryTimes.of(entry).isTooLong()) {
      reviewed = ReviewReasons.flag(reviewed, ReviewReasons.TOO_LONG);
    }
    if (!EntryRules.missingFields(entry, decision).isEmpty()) {
      reviewed = ReviewReasons.flag(reviewed, ReviewReasons.FIELDS_MISSING);
    }
    return ReviewRefresh.hasArchivedProject(entry, decision)
        ? ReviewReasons.flag(reviewed, ReviewReasons.PROJECT_ARCHIVED)
        : reviewed;
  }

  private static TimeEntry overlaps(TimeEntry piece, DecisionBuilder decision) {
    TimeEntry stopped = piece.with(b -> b.status(EntryStatus.DRAFT));
    return decision.state().settings().overlapPolicy() != OverlapPolicy.ALLOW
            && Overlaps.any(stopped, decision.state(), decision.now())
        ? ReviewReasons.flag(piece, ReviewReasons.OVERLAP)
        : ReviewReasons.clear(piece, ReviewReasons.OVERLAP);
  }

  private static TimeEntry file(TimeEntry piece, DecisionBuilder decision) {
    Timesheet sheet = TimesheetLookup.ofDay(decision, piece.userId(), piece.logDate());
    return sheet.isLocked()
        ? ReviewReasons.flag(
            piece.with(b -> b.status(EntryStatus.DRAFT).timesheetId(null)),
            ReviewReasons.TIMESHEET_LOCKED)
        : piece.with(b -> b.status(TimesheetLookup.entryStatus(sheet)).timesheetId(sheet.id()));
  }

  private static TimeEntry record(
      TimeEntry piece, @Nullable TimeEntry running, DecisionBuilder decision) {
    TimeEntry priced = RateResolver.price(piece, decision.state());
    if (running == null) {
      return decision.change(EventType.TIME_ENTRY_CREATED, priced, null);
    }
    TimeEntry stopped = decision.change(EventType.TIMER_STOPPED, priced, running);
    return decision.announce(EventType.TIME_ENTRY_CREATED, stopped);
  }
}

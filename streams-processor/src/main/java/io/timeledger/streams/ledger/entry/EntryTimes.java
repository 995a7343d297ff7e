package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The time of an entry, in the form that it was given in: clock times, or a day and a duration.
/// The duration between clock times is computed from instants, so days of 23 and 25 hours are
/// right.
///
/// @param startedAt null with `endedAt` when there are no clock times
record EntryTimes(
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    ZoneId timezone,
    LocalDate logDate,
    long durationSeconds) {

  private static final long LONGEST_SECONDS = Duration.ofHours(24).toSeconds();
  private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

  /// @throws Refusal when the draft has neither form, or breaks a rule of it
  static EntryTimes of(EntryDraft draft, ZoneId memberZone) {
    ZoneId zone = draft.timezone() == null ? memberZone : draft.timezone();
    if (draft.startedAt() == null && draft.endedAt() == null) {
      return ofDay(draft.logDate(), draft.durationSeconds(), zone);
    }
    if (draft.logDate() != null || draft.durationSeconds() != null) {
      throw Refusal.invalid(
          draft.logDate() != null ? "log_date" : "hours",
          "give started_at and ended_at, or log_date and hours, not both");
    }
    return ofClock(
        required(draft.startedAt(), "started_at"), required(draft.endedAt(), "ended_at"), zone);
  }

  static EntryTimes ofClock(Instant start, Instant end, ZoneId zone) {
    Instant startedAt = start.truncatedTo(ChronoUnit.SECONDS);
    Instant endedAt = end.truncatedTo(ChronoUnit.SECONDS);
    long seconds = startedAt.until(endedAt, ChronoUnit.SECONDS);
    return new EntryTimes(startedAt, endedAt, zone, LocalDate.ofInstant(startedAt, zone), seconds)
        .checked("ended_at", "ended_at is not after started_at");
  }

  static EntryTimes ofDay(@Nullable LocalDate day, @Nullable Long seconds, ZoneId zone) {
    return new EntryTimes(null, null, zone, required(day, "log_date"), required(seconds, "hours"))
        .checked("hours", "hours is not positive");
  }

  static EntryTimes of(TimeEntry entry) {
    return new EntryTimes(
        entry.startedAt(),
        entry.endedAt(),
        entry.timezone(),
        entry.logDate(),
        entry.durationSeconds());
  }

  /// Compares the end of clock times, else the day: the part that decides whether it is in the
  /// future.
  boolean endsLike(EntryTimes other) {
    return endedAt == null
        ? logDate.equals(other.logDate) && other.endedAt == null
        : endedAt.equals(other.endedAt);
  }

  boolean isTooLong() {
    return durationSeconds > LONGEST_SECONDS;
  }

  boolean crossesMidnight() {
    return MidnightSplit.of(this).size() > 1;
  }

  TimeEntry on(TimeEntry entry) {
    return entry.with(
        b ->
            b.startedAt(startedAt)
                .endedAt(endedAt)
                .timezone(timezone)
                .logDate(logDate)
                .durationSeconds(durationSeconds)
                .roundedSeconds(durationSeconds));
  }

  /// @throws Refusal for a day outside the range of timesheets
  static void requireDay(LocalDate day, String field) {
    if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
      throw Refusal.invalid(field, "the day is not between " + FIRST_DAY + " and " + LAST_DAY);
    }
  }

  private EntryTimes checked(String field, String notPositive) {
    if (durationSeconds <= 0) {
      throw Refusal.invalid(field, notPositive);
    }
    if (isTooLong()) {
      throw Refusal.of(
          ErrorCode.ENTRY_TOO_LONG,
          field,
          "the entry lasts %d seconds (expected: at most %d)"
              .formatted(durationSeconds, LONGEST_SECONDS));
    }
    requireDay(logDate, startedAt == null ? "log_date" : "started_at");
    return this;
  }

  private static <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw Refusal.invalid(
          field, "is missing (expected: started_at and ended_at, or log_date and hours)");
    }
    return value;
  }
}

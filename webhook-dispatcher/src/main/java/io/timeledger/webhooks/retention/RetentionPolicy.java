package io.timeledger.webhooks.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/// What is kept, and for how long: days are made a week ahead and dropped when they are too old.
///
/// @param contentDays how long bodies and attempts are kept
/// @param logDays how long events and deliveries are kept
public record RetentionPolicy(int contentDays, int logDays) {
  private static final int DAYS_AHEAD = 7;
  private static final Duration COMMANDS = Duration.ofDays(7);

  /// A table that is cut by day.
  ///
  /// @param days how long it is kept
  public record Kept(String table, int days) {

    /// The oldest day that stays.
    public LocalDate first(Instant now) {
      return day(now).minusDays(days);
    }
  }

  /// All of them, in the order in which they are kept up.
  public List<Kept> tables() {
    return List.of(
        new Kept("event", logDays),
        new Kept("body", contentDays),
        new Kept("delivery", logDays),
        new Kept("attempt", contentDays));
  }

  /// Days that must be there, from yesterday, as events may come late, to a week ahead.
  public List<LocalDate> days(Instant now) {
    return IntStream.rangeClosed(-1, DAYS_AHEAD).mapToObj(day(now)::plusDays).toList();
  }

  /// Commands that were handled before are forgotten.
  public Instant commandsSince(Instant now) {
    return now.minus(COMMANDS);
  }

  private static LocalDate day(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }
}

package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The days of a calendar to read: some before today, today, and some after, in the member's zone.
public record WindowPlan(int daysBack, int daysAhead) {
  /// A new calendar starts with a week before and after today, so that blocks appear soon.
  private static final int FIRST_DAYS = 7;

  public WindowPlan {
    if (daysBack < 0 || daysAhead < 0) {
      throw new IllegalArgumentException(
          "days: " + daysBack + ", " + daysAhead + " (expected: none negative)");
    }
  }

  /// The full window as of now.
  public Window at(Instant now, ZoneId zone) {
    return around(LocalDate.ofInstant(now, zone), daysBack, daysAhead, zone);
  }

  /// The window of a calendar's first round. A round of the full window is due right after it.
  public Window first(Instant now, ZoneId zone) {
    return around(
        LocalDate.ofInstant(now, zone),
        Math.min(daysBack, FIRST_DAYS),
        Math.min(daysAhead, FIRST_DAYS),
        zone);
  }

  /// The window of a calendar's next round.
  ///
  /// @param before window of the last complete round; null for none
  public Window next(@Nullable Window before, Instant now, ZoneId zone) {
    return before == null ? first(now, zone) : at(now, zone);
  }

  /// When the next day begins for the member.
  public static Instant nextMidnight(Instant now, ZoneId zone) {
    return LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
  }

  private static Window around(LocalDate today, int back, int ahead, ZoneId zone) {
    return new Window(today.minusDays(back), today.plusDays(ahead + 1L), zone);
  }
}

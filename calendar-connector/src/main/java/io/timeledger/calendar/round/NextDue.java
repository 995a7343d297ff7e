package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Computes when a calendar is due after a successful round.
///
/// @param poll interval for sources that suggest none
public record NextDue(Duration poll) {
  /// The shortest interval, even if the source suggests a shorter one.
  public static final Duration SHORTEST = Duration.ofMinutes(15);

  /// The longest interval, even if the source suggests a longer one.
  public static final Duration LONGEST = Duration.ofHours(24);

  /// Spreads the rounds of a zone's members, which would otherwise all begin at its midnight.
  private static final Duration MIDNIGHT_SPREAD = Duration.ofMinutes(10);

  private static final double JITTER = 0.1;

  public NextDue {
    if (!poll.isPositive()) {
      throw new IllegalArgumentException("poll: " + poll + " (expected: positive)");
    }
  }

  /// @param wanted interval that the source suggests; null for none
  /// @param window that the round read
  /// @param whole the window that the connection's settings give now; if it differs from the one
  ///     read, the calendar is due at once
  public Instant after(
      @Nullable Duration wanted,
      Window window,
      Window whole,
      Instant now,
      ZoneId zone,
      RandomGenerator random) {
    if (!window.equals(whole)) {
      return now;
    }
    Instant polled = now.plus(jittered(interval(wanted), random));
    Instant rolled = WindowPlan.nextMidnight(now, zone).plus(part(MIDNIGHT_SPREAD, random));
    return polled.isBefore(rolled) ? polled : rolled;
  }

  /// The interval to the next round, before jitter.
  Duration interval(@Nullable Duration wanted) {
    if (wanted == null) {
      return poll;
    }
    if (wanted.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
  }

  private static Duration jittered(Duration interval, RandomGenerator random) {
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Duration.ofMillis(Math.round(interval.toMillis() * factor));
  }

  private static Duration part(Duration whole, RandomGenerator random) {
    return Duration.ofMillis(Math.round(whole.toMillis() * random.nextDouble()));
  }
}

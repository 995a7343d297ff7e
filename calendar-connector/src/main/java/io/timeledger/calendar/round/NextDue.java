package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// When a calendar is due after a round that ended well.
///
/// @param poll how often it is read if its source says nothing
public record NextDue(Duration poll) {
  /// No source is read more often, however often it wants to be.
  public static final Duration SHORTEST = Duration.ofMinutes(15);

  /// Nor more seldom.
  public static final Duration LONGEST = Duration.ofHours(24);

  /// Rounds of all members of a zone would begin at its midnight.
  private static final Duration MIDNIGHT_SPREAD = Duration.ofMinutes(10);

  private static final double JITTER = 0.1;

  public NextDue {
    if (!poll.isPositive()) {
      throw new IllegalArgumentException("poll: " + poll + " (expected: positive)");
    }
  }

  /// @param wanted by the source; null when it says nothing
  /// @param window that was read
  /// @param whole the window that the member chose, as of now; another than the one read is due at
  ///     once
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

  /// How long until the next round, before jitter.
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

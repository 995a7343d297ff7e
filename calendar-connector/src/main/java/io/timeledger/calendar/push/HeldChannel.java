package io.timeledger.calendar.push;

import io.timeledger.calendar.provider.OpenChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// A channel of a calendar that is not known to be closed.
///
/// @param renewAt when it is to be prolonged or replaced
public record HeldChannel(OpenChannel channel, Instant renewAt) {
  private static final double RENEWED_AFTER = 2.0 / 3;
  private static final double JITTER = 0.1;

  /// A channel that was opened or prolonged just now. It is renewed after about two thirds of its
  /// life, which leaves time for failures; jitter spreads channels that were opened together.
  public static HeldChannel granted(OpenChannel channel, Instant now, RandomGenerator random) {
    Duration life = Duration.between(now, channel.expiresAt());
    double part = RENEWED_AFTER * (1 - JITTER + 2 * JITTER * random.nextDouble());
    return new HeldChannel(channel, now.plusMillis(Math.round(life.toMillis() * part)));
  }

  boolean isExpired(Instant now) {
    return !channel.expiresAt().isAfter(now);
  }

  boolean isDue(Instant now) {
    return !renewAt.isAfter(now);
  }
}

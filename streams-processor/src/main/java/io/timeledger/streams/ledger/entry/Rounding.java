package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.resource.Settings;

/// Rounds the duration of a stopped timer to whole steps. Idempotent.
final class Rounding {
  private static final int SECONDS_PER_MINUTE = 60;

  private Rounding() {}

  static long round(long seconds, Settings settings) {
    long step = (long) settings.roundingMinutes() * SECONDS_PER_MINUTE;
    if (step == 0) {
      return seconds;
    }
    return switch (settings.roundingStrategy()) {
      case NEAREST -> Math.floorDiv(2 * seconds + step, 2 * step) * step;
      case UP -> Math.ceilDiv(seconds, step) * step;
      case DOWN -> Math.floorDiv(seconds, step) * step;
    };
  }
}

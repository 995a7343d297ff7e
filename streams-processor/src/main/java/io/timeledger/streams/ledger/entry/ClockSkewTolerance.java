package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.streams.ledger.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Client timestamps with tolerance for clock skew: up to a minute in the future counts as now.
public final class ClockSkewTolerance {
  private static final Duration TOLERANCE = Duration.ofSeconds(60);

  private ClockSkewTolerance() {}

  /// The moment in whole seconds, not after now.
  ///
  /// @param said null means now
  /// @throws Refusal that names the field and by how much the moment is in the future
  public static Instant upToNow(@Nullable Instant said, String field, Instant now) {
    Instant whole = (said == null ? now : said).truncatedTo(ChronoUnit.SECONDS);
    if (isAhead(whole, now)) {
      throw Refusal.of(ErrorCode.VALIDATION_FAILED, field, field + " " + howFar(whole, now));
    }
    return whole.isAfter(now) ? now.truncatedTo(ChronoUnit.SECONDS) : whole;
  }

  /// Whether it is further in the future than clock skew explains.
  static boolean isAhead(Instant moment, Instant now) {
    return moment.isAfter(now.plus(TOLERANCE));
  }

  static String howFar(Instant moment, Instant now) {
    return "is %d seconds ahead of now, %s (expected: at most %d)"
        .formatted(now.until(moment, ChronoUnit.SECONDS), now, TOLERANCE.toSeconds());
  }
}

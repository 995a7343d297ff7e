package io.timeledger.schemas.resource;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Conversion between seconds and hours for display.
public final class Hours {
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  private Hours() {}

  /// Exact decimal hours with two places, half up.
  public static BigDecimal of(long seconds) {
    return BigDecimal.valueOf(seconds).divide(SECONDS_PER_HOUR, 2, RoundingMode.HALF_UP);
  }

  /// Whole seconds, half up.
  public static long toSeconds(BigDecimal hours) {
    return hours.multiply(SECONDS_PER_HOUR).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}

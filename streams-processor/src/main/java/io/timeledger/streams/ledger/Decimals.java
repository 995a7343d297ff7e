package io.timeledger.streams.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Decimal numbers in the ledger: short, so that all of them can be read back, and in canonical
/// form, so that 10 and 10.0 are not a change.
public final class Decimals {
  private static final int MOST_DECIMALS = 4;

  private Decimals() {}

  /// Whether it is from 0 to the maximum, with at most 4 decimals.
  public static boolean isWithin(BigDecimal value, BigDecimal highest) {
    return value.signum() >= 0
        && value.compareTo(highest) <= 0
        && value.stripTrailingZeros().scale() <= MOST_DECIMALS;
  }

  /// The number in canonical form.
  ///
  /// @param value within bounds: the digits of a large one are written out
  public static BigDecimal kept(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  public static @Nullable BigDecimal keptOrNull(@Nullable BigDecimal value) {
    return value == null ? null : kept(value);
  }
}

package io.timeledger.streams.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Decimal numbers as the ledger keeps them: short, so that whatever is written can be read again,
/// and in one form, so that 10 and 10.0 are no change.
public final class Decimals {
  private static final int MOST_DECIMALS = 4;

  private Decimals() {}

  /// Whether it is 0 to the highest, with at most 4 decimals.
  public static boolean isWithin(BigDecimal value, BigDecimal highest) {
    return value.signum() >= 0
        && value.compareTo(highest) <= 0
        && value.stripTrailingZeros().scale() <= MOST_DECIMALS;
  }

  /// The number in the form that is kept.
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

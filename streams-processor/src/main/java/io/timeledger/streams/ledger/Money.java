package io.timeledger.streams.ledger;

import java.math.BigDecimal;

/// What counts as a rate per hour.
public final class Money {
  public static final String RATE_RULE = "0 to 1000000, at most 4 decimals";

  private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);
  private static final int MOST_DECIMALS = 4;

  private Money() {}

  public static boolean isRate(BigDecimal value) {
    return value.signum() >= 0
        && value.compareTo(HIGHEST) <= 0
        && value.stripTrailingZeros().scale() <= MOST_DECIMALS;
  }
}

package io.timeledger.streams.ledger;

import java.math.BigDecimal;
import java.util.Currency;

/// Validity of hourly rates and currencies.
public final class Money {
  public static final String RATE_RULE = "0 to 1000000, at most 4 decimals";
  public static final String CURRENCY_RULE = "a currency with a minor unit";

  private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);

  private Money() {}

  public static boolean isRate(BigDecimal value) {
    return Decimals.isWithin(value, HIGHEST);
  }

  /// Gold, testing and "no currency" have no minor unit to round amounts to.
  public static boolean isCurrency(Currency currency) {
    return currency.getDefaultFractionDigits() >= 0;
  }
}

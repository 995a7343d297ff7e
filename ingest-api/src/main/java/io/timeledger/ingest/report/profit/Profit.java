package io.timeledger.ingest.report.profit;

import static java.math.RoundingMode.HALF_UP;

import io.timeledger.ingest.report.Totals;
import io.timeledger.schemas.json.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Revenue and cost in one currency. Revenue is billable and approved time at bill rates; cost is
/// all time at cost rates, approved or not. Both are rounded once, half up, to the minor unit; the
/// margin is the difference of the rounded values. Currencies are never converted.
///
/// @param revenue rounded
/// @param cost rounded
record Profit(String currency, BigDecimal revenue, BigDecimal cost) {
  private static final int PLACES = 4;

  static Profit of(Totals.Money exact) {
    Totals.Money money = exact.rounded();
    return new Profit(money.currency().getCurrencyCode(), money.approvedAmount(), money.cost());
  }

  BigDecimal margin() {
    return revenue.subtract(cost);
  }

  /// Margin divided by revenue; null without revenue.
  @Nullable BigDecimal marginRatio() {
    return revenue.signum() == 0 ? null : margin().divide(revenue, PLACES, HALF_UP);
  }

  ObjectNode json() {
    return Json.MAPPER
        .createObjectNode()
        .put("currency", currency)
        .put("revenue", revenue)
        .put("cost", cost)
        .put("margin", margin())
        .put("margin_ratio", marginRatio());
  }
}

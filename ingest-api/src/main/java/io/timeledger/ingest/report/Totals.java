package io.timeledger.ingest.report;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Hours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Sums over rollups.
///
/// @param money one per currency
public record Totals(
    long entries,
    long totalSeconds,
    long rawSeconds,
    long billableSeconds,
    long approvedSeconds,
    long approvedBillableSeconds,
    long invoicedSeconds,
    List<Money> money) {
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  public Totals {
    money = List.copyOf(money);
  }

  /// Sums of seconds × rate, exact.
  public record Money(
      Currency currency, BigDecimal amount, BigDecimal approvedAmount, BigDecimal cost) {}

  /// @param withMoney whether the reader may know rates
  public void writeTo(ObjectNode json, boolean withMoney) {
    json.put("entries", entries);
    json.put("total_seconds", totalSeconds);
    json.put("total_hours", Hours.of(totalSeconds));
    json.put("raw_seconds", rawSeconds);
    json.put("billable_seconds", billableSeconds);
    json.put("billable_hours", Hours.of(billableSeconds));
    json.put("approved_seconds", approvedSeconds);
    json.put("approved_hours", Hours.of(approvedSeconds));
    json.put("approved_billable_seconds", approvedBillableSeconds);
    json.put("invoiced_seconds", invoicedSeconds);
    if (withMoney) {
      ArrayNode amounts = json.putArray("amounts");
      money.forEach(one -> amounts.add(json(one)));
    }
  }

  private static ObjectNode json(Money money) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("currency", money.currency().getCurrencyCode());
    json.put("amount", perHour(money.amount(), money.currency()));
    json.put("approved_amount", perHour(money.approvedAmount(), money.currency()));
    json.put("cost", perHour(money.cost(), money.currency()));
    return json;
  }

  /// Rounded once, half up, to the minor unit of the currency.
  private static BigDecimal perHour(BigDecimal secondsTimesRate, Currency currency) {
    return secondsTimesRate.divide(
        SECONDS_PER_HOUR, Math.max(currency.getDefaultFractionDigits(), 0), RoundingMode.HALF_UP);
  }
}

package io.timeledger.ingest.report;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Hours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
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
  public static final Totals ZERO = new Totals(0, 0, 0, 0, 0, 0, 0, List.of());
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  public Totals {
    money = List.copyOf(money);
  }

  /// Sums of seconds × rate, exact.
  public record Money(
      Currency currency, BigDecimal amount, BigDecimal approvedAmount, BigDecimal cost) {

    /// Money: rounded once, half up, to the minor unit of the currency.
    public Money rounded() {
      return new Money(currency, perHour(amount), perHour(approvedAmount), perHour(cost));
    }

    private Money minus(Money other) {
      return new Money(
          currency,
          amount.subtract(other.amount),
          approvedAmount.subtract(other.approvedAmount),
          cost.subtract(other.cost));
    }

    private BigDecimal perHour(BigDecimal secondsTimesRate) {
      return secondsTimesRate.divide(
          SECONDS_PER_HOUR, Math.max(currency.getDefaultFractionDigits(), 0), RoundingMode.HALF_UP);
    }
  }

  /// @param withMoney whether the reader may see rates
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
      money.stream().map(Money::rounded).forEach(one -> amounts.add(json(one)));
    }
  }

  /// The remainder of each measure and currency after subtracting the parts.
  public Totals minus(List<Totals> parts) {
    Map<Currency, Money> left = new LinkedHashMap<>();
    money.forEach(one -> left.put(one.currency(), one));
    parts.stream()
        .flatMap(part -> part.money.stream())
        .forEach(one -> left.merge(one.currency(), one, Money::minus));
    return new Totals(
        entries - sum(parts, Totals::entries),
        totalSeconds - sum(parts, Totals::totalSeconds),
        rawSeconds - sum(parts, Totals::rawSeconds),
        billableSeconds - sum(parts, Totals::billableSeconds),
        approvedSeconds - sum(parts, Totals::approvedSeconds),
        approvedBillableSeconds - sum(parts, Totals::approvedBillableSeconds),
        invoicedSeconds - sum(parts, Totals::invoicedSeconds),
        List.copyOf(left.values()));
  }

  private static long sum(List<Totals> parts, ToLongFunction<Totals> measure) {
    return parts.stream().mapToLong(measure).sum();
  }

  private static ObjectNode json(Money money) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("currency", money.currency().getCurrencyCode());
    json.put("amount", money.amount());
    json.put("approved_amount", money.approvedAmount());
    json.put("cost", money.cost());
    return json;
  }
}

package io.timeledger.streams.rollup;

import io.timeledger.schemas.resource.Rollup;
import io.timeledger.schemas.resource.Rollup.Money;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/// Rollups for Kafka consumers: all currencies in one. Equal totals have equal JSON, however they
/// came about: currencies without money are absent, and decimals have no trailing zeros.
public final class RollupTotals {
  private RollupTotals() {}

  /// The totals before the first entry.
  public static Rollup none(RollupKey key) {
    return Rollup.zero(key.workspaceId(), key.dimension(), key.dimensionId(), key.logDate());
  }

  public static Rollup plus(Rollup totals, RollupDelta delta) {
    Measures added = delta.measures();
    SortedMap<String, Money> money = new TreeMap<>(totals.money());
    money.merge(delta.key().currency().getCurrencyCode(), money(added), RollupTotals::plus);
    money.values().removeIf(Money.ZERO::equals);
    return new Rollup(
        totals.workspaceId(),
        totals.dimension(),
        totals.dimensionId(),
        totals.logDate(),
        totals.entries() + added.entries(),
        totals.totalSeconds() + added.totalSeconds(),
        totals.rawSeconds() + added.rawSeconds(),
        totals.billableSeconds() + added.billableSeconds(),
        totals.approvedSeconds() + added.approvedSeconds(),
        totals.approvedBillableSeconds() + added.approvedBillableSeconds(),
        totals.invoicedSeconds() + added.invoicedSeconds(),
        money);
  }

  /// Whether all totals are zero.
  public static boolean isZero(Rollup totals) {
    return totals.equals(
        Rollup.zero(
            totals.workspaceId(), totals.dimension(), totals.dimensionId(), totals.logDate()));
  }

  private static Money money(Measures measures) {
    return new Money(
        plain(measures.amount()), plain(measures.approvedAmount()), plain(measures.cost()));
  }

  private static Money plus(Money one, Money other) {
    return new Money(
        plain(one.amount().add(other.amount())),
        plain(one.approvedAmount().add(other.approvedAmount())),
        plain(one.cost().add(other.cost())));
  }

  private static BigDecimal plain(BigDecimal sum) {
    BigDecimal stripped = sum.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}

package io.timeledger.streams.rollup;

import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.TimeEntry;
import java.math.BigDecimal;

/// Sums over entries of one currency. Amounts are sums of seconds × rate, exact.
///
/// @param totalSeconds rounded
/// @param rawSeconds before rounding
/// @param amount over billable time
/// @param approvedAmount over billable and approved time
/// @param cost over time that has a cost rate
public record Measures(
    long entries,
    long totalSeconds,
    long rawSeconds,
    long billableSeconds,
    long approvedSeconds,
    long approvedBillableSeconds,
    long invoicedSeconds,
    BigDecimal amount,
    BigDecimal approvedAmount,
    BigDecimal cost) {

  public static final Measures ZERO =
      new Measures(0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /// The measures of a counting entry.
  static Measures of(TimeEntry entry) {
    long seconds = entry.roundedSeconds();
    boolean approved = entry.status() == EntryStatus.APPROVED;
    boolean billable = entry.billable();
    BigDecimal amount = billable ? times(seconds, entry.hourlyRate()) : BigDecimal.ZERO;
    BigDecimal costRate = entry.costRate();
    return new Measures(
        1,
        seconds,
        entry.durationSeconds(),
        billable ? seconds : 0,
        approved ? seconds : 0,
        approved && billable ? seconds : 0,
        entry.invoiceLineId() == null ? 0 : seconds,
        amount,
        approved ? amount : BigDecimal.ZERO,
        costRate == null ? BigDecimal.ZERO : times(seconds, costRate));
  }

  public Measures plus(Measures other) {
    return new Measures(
        entries + other.entries,
        totalSeconds + other.totalSeconds,
        rawSeconds + other.rawSeconds,
        billableSeconds + other.billableSeconds,
        approvedSeconds + other.approvedSeconds,
        approvedBillableSeconds + other.approvedBillableSeconds,
        invoicedSeconds + other.invoicedSeconds,
        amount.add(other.amount),
        approvedAmount.add(other.approvedAmount),
        cost.add(other.cost));
  }

  Measures negated() {
    return new Measures(
        -entries,
        -totalSeconds,
        -rawSeconds,
        -billableSeconds,
        -approvedSeconds,
        -approvedBillableSeconds,
        -invoicedSeconds,
        amount.negate(),
        approvedAmount.negate(),
        cost.negate());
  }

  public boolean isZero() {
    return entries == 0
        && totalSeconds == 0
        && rawSeconds == 0
        && billableSeconds == 0
        && approvedSeconds == 0
        && approvedBillableSeconds == 0
        && invoicedSeconds == 0
        && amount.signum() == 0
        && approvedAmount.signum() == 0
        && cost.signum() == 0;
  }

  private static BigDecimal times(long seconds, BigDecimal rate) {
    return BigDecimal.valueOf(seconds).multiply(rate);
  }
}

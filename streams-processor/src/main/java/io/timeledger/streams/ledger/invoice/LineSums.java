package io.timeledger.streams.ledger.invoice;

import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.id.InvoiceLineId;
import io.timeledger.schemas.resource.InvoiceGrouping;
import io.timeledger.schemas.resource.InvoiceLine;
import io.timeledger.schemas.resource.InvoiceLineBuilder;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.Decimals;
import io.timeledger.streams.ledger.DecisionBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/// The sums of a line's entries. The sum of seconds × rate is kept exactly and rounded again on
/// each change, so the order of changes never costs a cent.
final class LineSums {
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  private LineSums() {}

  /// A new line without entries.
  static InvoiceLine none(
      InvoiceId invoice, InvoiceGrouping groupBy, TimeEntry first, DecisionBuilder decision) {
    return InvoiceLineBuilder.builder()
        .id(new InvoiceLineId(decision.newId("inv")))
        .workspaceId(first.workspaceId())
        .invoiceId(invoice)
        .groupBy(groupBy)
        .entryId(groupBy == InvoiceGrouping.ENTRY ? first.id() : null)
        .projectId(groupBy == InvoiceGrouping.PROJECT ? first.projectId() : null)
        .userId(groupBy == InvoiceGrouping.USER ? first.userId() : null)
        .taskId(groupBy == InvoiceGrouping.TASK ? first.taskId() : null)
        .logDate(groupBy == InvoiceGrouping.DAY ? first.logDate() : null)
        .currency(first.currency())
        .secondsTimesRate(BigDecimal.ZERO)
        .amount(money(BigDecimal.ZERO, first.currency()))
        .createdAt(decision.now())
        .updatedAt(decision.now())
        .build();
  }

  static InvoiceLine plus(InvoiceLine line, List<TimeEntry> entries) {
    return moved(line, entries, 1);
  }

  static InvoiceLine minus(InvoiceLine line, List<TimeEntry> entries) {
    return moved(line, entries, -1);
  }

  private static InvoiceLine moved(InvoiceLine line, List<TimeEntry> entries, int sign) {
    long seconds = entries.stream().mapToLong(TimeEntry::roundedSeconds).sum();
    BigDecimal worth =
        entries.stream()
            .map(entry -> BigDecimal.valueOf(entry.roundedSeconds()).multiply(entry.hourlyRate()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal sum = Decimals.kept(line.secondsTimesRate().add(sign < 0 ? worth.negate() : worth));
    return line.with(
        b ->
            b.entries(line.entries() + (long) sign * entries.size())
                .totalSeconds(line.totalSeconds() + sign * seconds)
                .secondsTimesRate(sum)
                .amount(money(sum, line.currency())));
  }

  private static BigDecimal money(BigDecimal secondsTimesRate, Currency currency) {
    return secondsTimesRate.divide(
        SECONDS_PER_HOUR, Math.max(currency.getDefaultFractionDigits(), 0), RoundingMode.HALF_UP);
  }
}

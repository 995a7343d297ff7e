package io.timeledger.streams.ledger.invoice;

import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.resource.Invoice;
import io.timeledger.schemas.resource.InvoiceAmount;
import io.timeledger.schemas.resource.InvoiceBuilder;
import io.timeledger.schemas.resource.InvoiceLine;
import io.timeledger.streams.ledger.DecisionBuilder;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The totals of an invoice, updated by its changed lines: always the sums over its lines.
final class InvoiceTotals {
  private Invoice invoice;
  private final Map<Currency, BigDecimal> amounts =
      new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));

  InvoiceTotals(InvoiceId id, @Nullable Invoice before, DecisionBuilder decision) {
    invoice = before == null ? none(id, decision) : before;
    invoice.amounts().forEach(one -> amounts.put(one.currency(), one.amount()));
  }

  /// @param before null when the line was created
  void move(@Nullable InvoiceLine before, InvoiceLine after) {
    long lines = (before == null ? 1L : 0L) - (after.entries() == 0 ? 1 : 0);
    long entries = after.entries() - (before == null ? 0 : before.entries());
    long seconds = after.totalSeconds() - (before == null ? 0 : before.totalSeconds());
    BigDecimal amount = before == null ? after.amount() : after.amount().subtract(before.amount());
    amounts.merge(after.currency(), amount, BigDecimal::add);
    Invoice moved = invoice;
    invoice =
        moved.with(
            b ->
                b.lines(moved.lines() + lines)
                    .entries(moved.entries() + entries)
                    .totalSeconds(moved.totalSeconds() + seconds));
  }

  /// Omits currencies without money.
  Invoice invoice() {
    List<InvoiceAmount> sums =
        amounts.entrySet().stream()
            .filter(sum -> sum.getValue().signum() != 0)
            .map(sum -> new InvoiceAmount(sum.getKey(), sum.getValue()))
            .toList();
    return invoice.with(b -> b.amounts(sums));
  }

  private static Invoice none(InvoiceId id, DecisionBuilder decision) {
    return InvoiceBuilder.builder()
        .id(id)
        .workspaceId(decision.state().workspaceId())
        .amounts(List.of())
        .createdAt(decision.now())
        .updatedAt(decision.now())
        .build();
  }
}

package io.timeledger.streams.ledger.state;

import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.id.InvoiceLineId;
import io.timeledger.schemas.resource.Invoice;
import io.timeledger.schemas.resource.InvoiceLine;
import io.timeledger.streams.ledger.state.StoreOpener.Kind;
import java.util.Optional;

/// Invoices, and their lines by group.
final class InvoiceIndex {
  private final SortedStore<Invoice> invoices;
  private final SortedStore<InvoiceLine> lines;
  private final SortedStore<String> lineKeys;

  InvoiceIndex(StoreOpener stores) {
    this(
        stores.open(Kind.INVOICE, Invoice.class),
        stores.open(Kind.INVOICE_LINE, InvoiceLine.class),
        stores.open(Kind.INVOICE_LINE_KEY, String.class));
  }

  private InvoiceIndex(
      SortedStore<Invoice> invoices, SortedStore<InvoiceLine> lines, SortedStore<String> lineKeys) {
    this.invoices = invoices;
    this.lines = lines;
    this.lineKeys = lineKeys;
  }

  InvoiceIndex fork() {
    return new InvoiceIndex(
        new OverlayStore<>(invoices), new OverlayStore<>(lines), new OverlayStore<>(lineKeys));
  }

  Optional<Invoice> invoice(InvoiceId id) {
    return Optional.ofNullable(invoices.get(id.value()));
  }

  Optional<InvoiceLine> line(InvoiceLineId id) {
    return Optional.ofNullable(lineKeys.get(id.value())).map(lines::get);
  }

  Optional<InvoiceLine> line(InvoiceId invoice, LineGroup group) {
    return Optional.ofNullable(lines.get(key(invoice, group)));
  }

  void put(Invoice invoice) {
    invoices.put(invoice.id().value(), invoice);
  }

  /// Removes a line without entries: no entry references it any more.
  void put(InvoiceLine line) {
    String key = key(line.invoiceId(), LineGroup.of(line));
    if (line.deletedAt() == null) {
      lines.put(key, line);
      lineKeys.put(line.id().value(), key);
    } else {
      lines.delete(key);
      lineKeys.delete(line.id().value());
    }
  }

  private static String key(InvoiceId invoice, LineGroup group) {
    return invoice.value() + "/" + group.key();
  }
}

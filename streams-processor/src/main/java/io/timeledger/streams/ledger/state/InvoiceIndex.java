package io.timeledger.streams.ledger.state;

import static io.timeledger.streams.ledger.state.StateTable.INVOICE;
import static io.timeledger.streams.ledger.state.StateTable.INVOICE_LINE;
import static io.timeledger.streams.ledger.state.StateTable.INVOICE_LINE_KEY;

import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.id.InvoiceLineId;
import io.timeledger.schemas.resource.Invoice;
import io.timeledger.schemas.resource.InvoiceLine;
import java.util.Optional;

/// Invoices, and their lines by group.
record InvoiceIndex(StateTables tables) {

  Optional<Invoice> invoice(InvoiceId id) {
    return tables.find(INVOICE, id.value());
  }

  Optional<InvoiceLine> line(InvoiceLineId id) {
    return tables.find(INVOICE_LINE, INVOICE_LINE_KEY, id.value());
  }

  Optional<InvoiceLine> line(InvoiceId invoice, LineGroup group) {
    return tables.find(INVOICE_LINE, key(invoice, group));
  }

  void put(Invoice invoice) {
    tables.put(INVOICE, invoice.id().value(), invoice);
  }

  /// Removes a line without entries: no entry references it any more.
  void put(InvoiceLine line) {
    String key = key(line.invoiceId(), LineGroup.of(line));
    if (line.deletedAt() == null) {
      tables.put(INVOICE_LINE, key, line);
      tables.put(INVOICE_LINE_KEY, line.id().value(), key);
    } else {
      tables.delete(INVOICE_LINE, key);
      tables.delete(INVOICE_LINE_KEY, line.id().value());
    }
  }

  private static String key(InvoiceId invoice, LineGroup group) {
    return invoice.value() + "/" + group.key();
  }
}

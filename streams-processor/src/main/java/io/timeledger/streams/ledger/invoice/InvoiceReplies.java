package io.timeledger.streams.ledger.invoice;

import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.reply.Changed;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Invoice;
import io.timeledger.schemas.resource.InvoiceLine;
import io.timeledger.schemas.resource.TimeEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Replies about an invoice: first the invoice with the ids of the moved entries, then the changed
/// lines.
final class InvoiceReplies {
  private InvoiceReplies() {}

  /// @param invoice null when there is none yet
  static ReplyItem unchanged(InvoiceId id, @Nullable Invoice invoice) {
    int version = invoice == null ? 0 : invoice.version();
    return new ReplyItem(
        Status.UNCHANGED, invoice, new Changed(id.value(), version, List.of()), null, null);
  }

  static List<ReplyItem> moved(Invoice invoice, List<TimeEntry> entries, List<InvoiceLine> lines) {
    List<ReplyItem> items = new ArrayList<>();
    items.add(
        new ReplyItem(
            Status.UPDATED,
            invoice,
            new Changed(
                invoice.id().value(),
                invoice.version(),
                entries.stream().map(entry -> entry.id().value()).toList()),
            null,
            null));
    lines.forEach(
        line ->
            items.add(
                ReplyItem.of(line.deletedAt() == null ? Status.UPDATED : Status.DELETED, line)));
    return items;
  }
}

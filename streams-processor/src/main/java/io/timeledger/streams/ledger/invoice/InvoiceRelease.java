package io.timeledger.streams.ledger.invoice;

import io.timeledger.schemas.command.InvoiceCommand.ReleaseInvoice;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.InvoiceLineId;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Invoice;
import io.timeledger.schemas.resource.InvoiceLine;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Removes entries from an invoice: they are approved as before and can be invoiced again. Deletes
/// lines without entries. Skips entries that are not on the invoice or the line. This is the only
/// way to free an entry: while it is on an invoice it cannot be edited or deleted, and its
/// timesheet cannot be reopened.
final class InvoiceRelease {
  private InvoiceRelease() {}

  static List<ReplyItem> release(ReleaseInvoice command, DecisionBuilder decision) {
    Invoice before =
        decision
            .state()
            .invoice(command.id())
            .orElseThrow(() -> Refusal.notFound("invoice " + command.id()));
    Map<InvoiceLine, List<TimeEntry>> byLine = new LinkedHashMap<>();
    for (EntryId id : command.entries().stream().distinct().toList()) {
      TimeEntry entry = decision.state().entry(id).orElse(null);
      if (entry != null) {
        lineOf(entry, command, decision)
            .ifPresent(line -> byLine.computeIfAbsent(line, _ -> new ArrayList<>()).add(entry));
      }
    }
    if (byLine.isEmpty()) {
      return List.of(InvoiceReplies.unchanged(command.id(), before));
    }
    InvoiceTotals totals = new InvoiceTotals(command.id(), before, decision);
    List<InvoiceLine> lines = new ArrayList<>();
    byLine.forEach((line, entries) -> lines.add(release(line, entries, totals, decision)));
    Invoice released = decision.change(EventType.INVOICE_LINES_RELEASED, totals.invoice(), before);
    return InvoiceReplies.moved(
        released, byLine.values().stream().flatMap(List::stream).toList(), lines);
  }

  private static Optional<InvoiceLine> lineOf(
      TimeEntry entry, ReleaseInvoice command, DecisionBuilder decision) {
    return Optional.ofNullable(entry.invoiceLineId())
        .flatMap(id -> decision.state().invoiceLine(new InvoiceLineId(id)))
        .filter(line -> line.invoiceId().equals(command.id()))
        .filter(line -> command.line() == null || line.id().equals(command.line()));
  }

  private static InvoiceLine release(
      InvoiceLine before, List<TimeEntry> entries, InvoiceTotals totals, DecisionBuilder decision) {
    InvoiceLine less = LineSums.minus(before, entries);
    boolean empty = less.entries() == 0;
    InvoiceLine line =
        decision.change(
            empty ? EventType.INVOICE_LINE_DELETED : EventType.INVOICE_LINE_UPDATED,
            empty ? less.with(b -> b.deletedAt(decision.now())) : less,
            before);
    totals.move(before, line);
    for (TimeEntry entry : entries) {
      decision.change(
          EventType.TIME_ENTRY_INVOICE_RELEASED, entry.with(b -> b.invoiceLineId(null)), entry);
    }
    return line;
  }
}

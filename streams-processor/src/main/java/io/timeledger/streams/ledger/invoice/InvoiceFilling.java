package io.timeledger.streams.ledger.invoice;

import io.timeledger.schemas.command.InvoiceCommand.FillInvoice;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.Invoice;
import io.timeledger.schemas.resource.InvoiceLine;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.state.LineGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds entries to the lines of an invoice. Checks each entry again and skips those that are not
/// approved, not billable, deleted or already invoiced, so that concurrent requests never put an
/// entry on two lines. Entries join the existing line of their group. Events: each line with its
/// entries, and last the invoice with its totals.
final class InvoiceFilling {
  private InvoiceFilling() {}

  static List<ReplyItem> fill(FillInvoice command, DecisionBuilder decision) {
    Map<LineGroup, List<TimeEntry>> groups = new LinkedHashMap<>();
    for (EntryId id : command.entries().stream().distinct().toList()) {
      claimable(id, decision)
          .ifPresent(
              entry ->
                  groups
                      .computeIfAbsent(
                          LineGroup.of(entry, command.groupBy()), _ -> new ArrayList<>())
                      .add(entry));
    }
    Invoice before = decision.state().invoice(command.id()).orElse(null);
    if (groups.isEmpty()) {
      return List.of(InvoiceReplies.unchanged(command.id(), before));
    }
    InvoiceTotals totals = new InvoiceTotals(command.id(), before, decision);
    List<InvoiceLine> lines = new ArrayList<>();
    groups.forEach((group, entries) -> lines.add(fill(command, group, entries, totals, decision)));
    Invoice filled = decision.change(EventType.INVOICE_LINES_FILLED, totals.invoice(), before);
    return InvoiceReplies.moved(
        filled, groups.values().stream().flatMap(List::stream).toList(), lines);
  }

  private static Optional<TimeEntry> claimable(EntryId id, DecisionBuilder decision) {
    return decision
        .state()
        .entry(id)
        .filter(entry -> !entry.isDeleted() && entry.status() == EntryStatus.APPROVED)
        .filter(entry -> entry.billable() && entry.invoiceLineId() == null);
  }

  private static InvoiceLine fill(
      FillInvoice command,
      LineGroup group,
      List<TimeEntry> entries,
      InvoiceTotals totals,
      DecisionBuilder decision) {
    InvoiceLine before = decision.state().invoiceLine(command.id(), group).orElse(null);
    InvoiceLine start =
        before == null
            ? LineSums.none(command.id(), command.groupBy(), entries.getFirst(), decision)
            : before;
    InvoiceLine line =
        decision.change(
            before == null ? EventType.INVOICE_LINE_CREATED : EventType.INVOICE_LINE_UPDATED,
            LineSums.plus(start, entries),
            before);
    totals.move(before, line);
    for (TimeEntry entry : entries) {
      decision.change(
          EventType.TIME_ENTRY_INVOICED,
          entry.with(b -> b.invoiceLineId(line.id().value())),
          entry);
    }
    return line;
  }
}

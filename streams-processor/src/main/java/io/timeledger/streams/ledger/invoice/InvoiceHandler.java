package io.timeledger.streams.ledger.invoice;

import io.timeledger.schemas.command.InvoiceCommand;
import io.timeledger.schemas.command.InvoiceCommand.FillInvoice;
import io.timeledger.schemas.command.InvoiceCommand.PlanInvoice;
import io.timeledger.schemas.command.InvoiceCommand.ReleaseInvoice;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.reply.Changed;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import java.util.List;

/// Decides commands about invoices. Requires `time:rates`, the right to see all rates.
public final class InvoiceHandler {
  private InvoiceHandler() {}

  public static List<ReplyItem> decide(
      InvoiceCommand command, Rights rights, DecisionBuilder decision) {
    rights.require(Permission.RATES);
    return switch (command) {
      case PlanInvoice plan ->
          List.of(
              ReplyItem.of(
                  Status.UNCHANGED,
                  new Changed(
                      plan.id().value(), 0, plan.entries().stream().map(EntryId::value).toList())));
      case FillInvoice fill -> {
        requireFew(fill.entries());
        yield InvoiceFilling.fill(fill, decision);
      }
      case ReleaseInvoice release -> {
        requireFew(release.entries());
        yield InvoiceRelease.release(release, decision);
      }
    };
  }

  private static void requireFew(List<EntryId> entries) {
    if (entries.size() > InvoiceCommand.MOST_ENTRIES) {
      throw Refusal.invalid("entries", "at most " + InvoiceCommand.MOST_ENTRIES);
    }
  }
}

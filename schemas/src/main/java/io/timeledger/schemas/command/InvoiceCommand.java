package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.id.InvoiceLineId;
import io.timeledger.schemas.resource.InvoiceGrouping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Time on invoices.
public sealed interface InvoiceCommand extends Command {
  /// The most entries that one command fills in or releases.
  int MOST_ENTRIES = 1_000;

  InvoiceId id();

  /// Changes nothing: its reply names the entries. A repetition gets the first reply, so whoever
  /// goes on with a broken-off request works on the entries that it began with.
  @JsonTypeName("plan_invoice")
  record PlanInvoice(InvoiceId id, List<EntryId> entries) implements InvoiceCommand {
    public PlanInvoice {
      entries = List.copyOf(entries);
    }
  }

  /// Puts those of the entries on lines that are approved, billable and on no invoice.
  @JsonTypeName("fill_invoice")
  record FillInvoice(InvoiceId id, InvoiceGrouping groupBy, List<EntryId> entries)
      implements InvoiceCommand {
    public FillInvoice {
      entries = List.copyOf(entries);
    }
  }

  /// Takes those of the entries off that are on the invoice.
  ///
  /// @param line off this line alone; null means any of the invoice
  @JsonTypeName("release_invoice")
  record ReleaseInvoice(InvoiceId id, @Nullable InvoiceLineId line, List<EntryId> entries)
      implements InvoiceCommand {
    public ReleaseInvoice {
      entries = List.copyOf(entries);
    }
  }
}

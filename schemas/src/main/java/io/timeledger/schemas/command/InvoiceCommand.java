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
  /// The most entries per fill or release command.
  int MOST_ENTRIES = 1_000;

  InvoiceId id();

  /// Changes nothing; the reply names the entries. A retry gets the first reply, so an interrupted
  /// request resumes with the same entries.
  @JsonTypeName("plan_invoice")
  record PlanInvoice(InvoiceId id, List<EntryId> entries) implements InvoiceCommand {
    public PlanInvoice {
      entries = List.copyOf(entries);
    }
  }

  /// Adds the approved, billable entries that are on no invoice.
  @JsonTypeName("fill_invoice")
  record FillInvoice(InvoiceId id, InvoiceGrouping groupBy, List<EntryId> entries)
      implements InvoiceCommand {
    public FillInvoice {
      entries = List.copyOf(entries);
    }
  }

  /// Removes the entries, if they are on the invoice.
  ///
  /// @param line from this line alone; null means from any line of the invoice
  @JsonTypeName("release_invoice")
  record ReleaseInvoice(InvoiceId id, @Nullable InvoiceLineId line, List<EntryId> entries)
      implements InvoiceCommand {
    public ReleaseInvoice {
      entries = List.copyOf(entries);
    }
  }
}

package io.timeledger.ingest.invoice;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.id.InvoiceLineId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.InvoiceGrouping;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Invoices and invoiceable time in the read models.
public interface Invoices {
  Optional<ObjectNode> find(WorkspaceId workspace, InvoiceId id);

  /// The lines that have entries.
  Page lines(WorkspaceId workspace, InvoiceId id, Paging paging);

  /// The lines that have entries, by id, as of one moment.
  void allLines(WorkspaceId workspace, InvoiceId id, Consumer<ObjectNode> each);

  /// Ids of invoiceable entries, by day.
  List<EntryId> invoiceable(WorkspaceId workspace, InvoiceableTime filter, int limit);

  /// The lines that these entries would form, without ids.
  List<ObjectNode> preview(
      WorkspaceId workspace, InvoiceableTime filter, InvoiceGrouping groupBy, int limit);

  /// Ids of the entries on the invoice.
  ///
  /// @param line on this line alone; null means any
  List<EntryId> entries(WorkspaceId workspace, InvoiceId id, @Nullable InvoiceLineId line);
}

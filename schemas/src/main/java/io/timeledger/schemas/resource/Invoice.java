package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.List;

/// The time on an invoice; the invoice itself lives in another system.
///
/// @param lines number of its lines
/// @param entries number of the entries on them
/// @param amounts one per currency, in the order of their codes: the sums of the lines' amounts
@RecordBuilder
public record Invoice(
    InvoiceId id,
    WorkspaceId workspaceId,
    long lines,
    long entries,
    long totalSeconds,
    List<InvoiceAmount> amounts,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence)
    implements Resource, InvoiceBuilder.With {

  public Invoice {
    amounts = List.copyOf(amounts);
  }

  @Override
  public String subject() {
    return id.value();
  }
}

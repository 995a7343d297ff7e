package io.timeledger.ingest.invoice;

import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.EntityType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Filter for approved, billable and not yet invoiced entries; null does not restrict.
///
/// @param clientId of the entry's project
/// @param from first day, inclusive
/// @param to last day, inclusive
public record InvoiceableTime(
    @Nullable ProjectId projectId,
    @Nullable ClientId clientId,
    @Nullable UserId userId,
    @Nullable TaskId taskId,
    @Nullable EntityType entityType,
    @Nullable String entityId,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {
  static final InvoiceableTime ALL =
      new InvoiceableTime(null, null, null, null, null, null, null, null);
}

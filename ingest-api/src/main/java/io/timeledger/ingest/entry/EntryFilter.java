package io.timeledger.ingest.entry;

import io.timeledger.ingest.read.SearchText;
import io.timeledger.schemas.id.InvoiceLineId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.EntryStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Filter for entries; null does not restrict.
///
/// @param from first day, inclusive
/// @param to last day, inclusive
/// @param description text in the description, whatever its case
public record EntryFilter(
    @Nullable EntityType entityType,
    @Nullable String entityId,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    @Nullable UserId userId,
    @Nullable TimesheetId timesheetId,
    @Nullable EntryStatus status,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Boolean billable,
    @Nullable String tag,
    @Nullable String description,
    @Nullable Boolean needsReview,
    @Nullable InvoiceLineId invoiceLineId,
    @Nullable String externalSource,
    @Nullable String externalId,
    @Nullable Instant updatedAfter,
    @Nullable Boolean includeDeleted) {
  public EntryFilter {
    SearchText.requireShort("description", description);
  }
}

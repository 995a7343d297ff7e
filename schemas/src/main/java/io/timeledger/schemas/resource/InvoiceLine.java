package io.timeledger.schemas.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.id.InvoiceLineId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// Entries of one currency on an invoice, grouped by one criterion. At most one of the five
/// grouping fields is present; none for entries without a project or task.
///
/// @param entries number of its entries
/// @param totalSeconds their rounded time
/// @param secondsTimesRate sum of seconds × hourly rate, exact
/// @param amount the exact sum, rounded once, half up, to the minor unit, and so independent of the
///     number of steps in which entries were added
/// @param deletedAt when its last entry was released; null before
@RecordBuilder
public record InvoiceLine(
    InvoiceLineId id,
    WorkspaceId workspaceId,
    InvoiceId invoiceId,
    InvoiceGrouping groupBy,
    @Nullable EntryId entryId,
    @Nullable ProjectId projectId,
    @Nullable UserId userId,
    @Nullable TaskId taskId,
    @Nullable LocalDate logDate,
    Currency currency,
    long entries,
    long totalSeconds,
    BigDecimal secondsTimesRate,
    BigDecimal amount,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence,
    @Nullable Instant deletedAt)
    implements Resource, InvoiceLineBuilder.With {

  /// Hours for display: two places, half up.
  @JsonProperty(access = Access.READ_ONLY)
  public BigDecimal hours() {
    return Hours.of(totalSeconds);
  }

  @Override
  public String subject() {
    return id.value();
  }
}

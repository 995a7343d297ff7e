package io.timeledger.schemas.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One member's entries of one period.
///
/// The totals are those at the last transition; between transitions *views* and *projector* keep
/// them current from the entries' events, by the entries' `timesheet_id`.
///
/// @param periodStart first day, inclusive
/// @param periodEnd last day, inclusive
/// @param totalSeconds sum of the rounded seconds of its entries
/// @param reason of the last rejection or reopening
/// @param level of approval that is waited for, from 1
/// @param note free text of its owner
@RecordBuilder
public record Timesheet(
    TimesheetId id,
    WorkspaceId workspaceId,
    UserId userId,
    LocalDate periodStart,
    LocalDate periodEnd,
    TimesheetStatus status,
    long totalSeconds,
    long billableSeconds,
    @Nullable Instant submittedAt,
    @Nullable UserId submittedBy,
    @Nullable Instant approvedAt,
    @Nullable UserId approvedBy,
    @Nullable Instant rejectedAt,
    @Nullable UserId rejectedBy,
    @Nullable String reason,
    int level,
    @Nullable String note,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence)
    implements Resource, TimesheetBuilder.With {

  /// No period is longer.
  public static final int LONGEST_DAYS = 7;

  @JsonProperty(access = Access.READ_ONLY)
  public BigDecimal totalHours() {
    return Hours.of(totalSeconds);
  }

  @JsonProperty(access = Access.READ_ONLY)
  public BigDecimal billableHours() {
    return Hours.of(billableSeconds);
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(periodStart) && !day.isAfter(periodEnd);
  }

  /// Whether entries of the period are closed to every change.
  public boolean isLocked() {
    return status == TimesheetStatus.SUBMITTED || status == TimesheetStatus.APPROVED;
  }

  @Override
  public String subject() {
    return id.value();
  }
}

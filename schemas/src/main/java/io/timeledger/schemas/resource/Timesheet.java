package io.timeledger.schemas.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One member's entries of one period.
///
/// The totals are as of the last transition; between transitions *views* and *projector* keep them
/// current from the entries' events, by the entries' `timesheet_id`.
///
/// @param periodStart first day, inclusive
/// @param periodEnd last day, inclusive
/// @param totalSeconds sum of the rounded seconds of its entries
/// @param reason of the last rejection or reopening
/// @param level current approval level, from 1
/// @param note free text of its owner
/// @param approvalRouteId the route copied on submission; null for none, and unless submitted,
///     approved or rejected
/// @param approvalLevels the route's levels on submission; null without a route
/// @param approvalComment comment of the last approver
/// @param changedAt last change of the timesheet or an entry in it; in events and replies, of the
///     timesheet itself; null in records that predate the field
/// @param changedSequence the event of that change: of two records of a timesheet the higher is
///     newer
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
    @Nullable RouteId approvalRouteId,
    @Nullable List<ApprovalLevel> approvalLevels,
    @Nullable String approvalComment,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence,
    @Nullable Instant changedAt,
    @Nullable Long changedSequence)
    implements Resource, TimesheetBuilder.With {

  public Timesheet {
    approvalLevels = approvalLevels == null ? null : List.copyOf(approvalLevels);
  }

  /// The longest period.
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

  /// The current level; empty without a route.
  public Optional<ApprovalLevel> approvalLevel() {
    return approvalLevels == null || level < 1 || level > approvalLevels.size()
        ? Optional.empty()
        : Optional.of(approvalLevels.get(level - 1));
  }

  /// Whether levels remain after the current one.
  public boolean hasNextLevel() {
    return approvalLevels != null && level < approvalLevels.size();
  }

  /// Whether the entries of the period are read-only.
  public boolean isLocked() {
    return status == TimesheetStatus.SUBMITTED || status == TimesheetStatus.APPROVED;
  }

  @Override
  public String subject() {
    return id.value();
  }
}

package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.RateId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// A rate override: bill rate, cost rate or both, for a task, or for a user and a project, either
/// of which may be open.
///
/// @param taskId a task rate; then `userId` and `projectId` are null
/// @param hourlyRate per hour, at most 4 decimals; null does not override the bill rate
/// @param costRate per hour, at most 4 decimals; null does not override the cost rate
/// @param effectiveFrom inclusive
/// @param effectiveTo inclusive; null is open
@RecordBuilder
public record Rate(
    RateId id,
    WorkspaceId workspaceId,
    @Nullable UserId userId,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    @Nullable BigDecimal hourlyRate,
    @Nullable BigDecimal costRate,
    Currency currency,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence,
    @Nullable Instant deletedAt)
    implements Resource, RateBuilder.With {

  public boolean appliesOn(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
  }

  @Override
  public String subject() {
    return id.value();
  }
}

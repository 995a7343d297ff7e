package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A member's week exceeded the threshold of the workspace. Reported once per member and week, and
/// not withdrawn when time is removed later.
///
/// @param weekStart first day, inclusive
/// @param weekEnd last day, inclusive
/// @param totalSeconds rounded time of the week at the alert
/// @param thresholdSeconds null when the workspace wants no alerts
/// @param alertedAt null without an alert, in a dry run
@RecordBuilder
public record Overtime(
    WorkspaceId workspaceId,
    UserId userId,
    LocalDate weekStart,
    LocalDate weekEnd,
    long totalSeconds,
    @Nullable Long thresholdSeconds,
    @Nullable Instant alertedAt,
    int version,
    long sequence)
    implements Resource, OvertimeBuilder.With {

  @Override
  public String subject() {
    return userId.value() + ":" + weekStart;
  }
}

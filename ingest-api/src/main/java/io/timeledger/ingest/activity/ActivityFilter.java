package io.timeledger.ingest.activity;

import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Filter for slots; null does not restrict.
///
/// @param from first day, inclusive
/// @param to last day, inclusive
public record ActivityFilter(
    @Nullable UserId userId,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    @Nullable String deviceId,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Instant updatedAfter) {}

package io.timeledger.ingest.rate;

import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Filter for overrides; null does not restrict.
///
/// @param on a day that they are valid on
public record RateFilter(
    @Nullable UserId userId,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    @Nullable LocalDate on,
    @Nullable Instant updatedAfter,
    @Nullable Boolean includeDeleted) {}

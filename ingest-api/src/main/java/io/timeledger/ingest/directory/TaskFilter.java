package io.timeledger.ingest.directory;

import io.timeledger.schemas.id.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for tasks; null does not restrict.
public record TaskFilter(
    @Nullable ProjectId projectId,
    @Nullable Boolean completed,
    @Nullable Instant updatedAfter,
    @Nullable Boolean includeDeleted) {}

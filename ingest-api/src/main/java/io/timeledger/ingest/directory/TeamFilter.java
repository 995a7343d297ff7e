package io.timeledger.ingest.directory;

import io.timeledger.schemas.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for teams; null does not restrict.
public record TeamFilter(
    @Nullable UserId leaderUserId,
    @Nullable Instant updatedAfter,
    @Nullable Boolean includeDeleted) {}

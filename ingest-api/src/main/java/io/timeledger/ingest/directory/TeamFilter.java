package io.timeledger.ingest.directory;

import io.timeledger.schemas.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which teams; null asks for no restriction.
public record TeamFilter(
    @Nullable UserId leaderUserId,
    @Nullable Instant updatedAfter,
    @Nullable Boolean includeDeleted) {}

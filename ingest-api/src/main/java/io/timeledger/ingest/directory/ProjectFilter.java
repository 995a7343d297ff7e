package io.timeledger.ingest.directory;

import io.timeledger.schemas.id.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for projects; null does not restrict.
public record ProjectFilter(
    @Nullable ClientId clientId,
    @Nullable Boolean archived,
    @Nullable Instant updatedAfter,
    @Nullable Boolean includeDeleted) {}

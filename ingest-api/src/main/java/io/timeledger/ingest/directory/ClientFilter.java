package io.timeledger.ingest.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for clients; null does not restrict.
public record ClientFilter(@Nullable Instant updatedAfter, @Nullable Boolean includeDeleted) {}

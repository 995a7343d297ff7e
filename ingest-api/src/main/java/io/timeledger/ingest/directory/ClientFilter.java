package io.timeledger.ingest.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which clients; null asks for no restriction.
public record ClientFilter(@Nullable Instant updatedAfter, @Nullable Boolean includeDeleted) {}

package io.timeledger.ingest.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for contacts; null does not restrict.
public record ContactFilter(@Nullable Instant updatedAfter, @Nullable Boolean includeDeleted) {}

package io.timeledger.ingest.directory;

import io.timeledger.schemas.resource.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for members; null does not restrict.
public record MemberFilter(
    @Nullable Role role,
    @Nullable String team,
    @Nullable Boolean active,
    @Nullable Instant updatedAfter) {}

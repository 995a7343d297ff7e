package io.timeledger.ingest.directory;

import io.timeledger.schemas.resource.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which members; null asks for no restriction.
public record MemberFilter(
    @Nullable Role role,
    @Nullable String team,
    @Nullable Boolean active,
    @Nullable Instant updatedAfter) {}

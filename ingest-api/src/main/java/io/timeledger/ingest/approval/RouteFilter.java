package io.timeledger.ingest.approval;

import io.timeledger.schemas.resource.RouteScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which approval routes; null asks for no restriction.
public record RouteFilter(
    @Nullable RouteScope scope,
    @Nullable String scopeId,
    @Nullable Instant updatedAfter,
    @Nullable Boolean includeDeleted) {}

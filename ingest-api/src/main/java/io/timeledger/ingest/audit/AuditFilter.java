package io.timeledger.ingest.audit;

import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for audit records; null does not restrict.
///
/// @param atFrom inclusive
/// @param atTo exclusive
public record AuditFilter(
    @Nullable Instant atFrom,
    @Nullable Instant atTo,
    @Nullable UserId userId,
    @Nullable String action,
    @Nullable String entityType,
    @Nullable String entityId,
    @Nullable CommandOrigin via) {}

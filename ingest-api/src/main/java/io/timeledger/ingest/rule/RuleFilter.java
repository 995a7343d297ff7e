package io.timeledger.ingest.rule;

import io.timeledger.schemas.resource.RuleEffect;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for automation rules; null does not restrict.
public record RuleFilter(
    @Nullable RuleEffect effect,
    @Nullable Instant updatedAfter,
    @Nullable Boolean includeDeleted) {}

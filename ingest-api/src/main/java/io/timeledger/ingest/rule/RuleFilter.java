package io.timeledger.ingest.rule;

import io.timeledger.schemas.resource.RuleEffect;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which automation rules; null asks for no restriction.
public record RuleFilter(
    @Nullable RuleEffect effect,
    @Nullable Instant updatedAfter,
    @Nullable Boolean includeDeleted) {}

package io.timeledger.ingest.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which webhooks; null asks for no restriction.
public record WebhookListFilter(
    @Nullable Boolean enabled, @Nullable Instant updatedAfter, @Nullable Boolean includeDeleted) {}

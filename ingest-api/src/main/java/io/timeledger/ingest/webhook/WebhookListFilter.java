package io.timeledger.ingest.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for webhooks; null does not restrict.
public record WebhookListFilter(
    @Nullable Boolean enabled, @Nullable Instant updatedAfter, @Nullable Boolean includeDeleted) {}

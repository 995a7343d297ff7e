package io.timeledger.webhooks.fanout;

import io.timeledger.webhooks.body.ImmutableBytes;
import java.time.LocalDate;

/// A body to be kept.
public record NewBody(LocalDate day, String eventId, String variant, ImmutableBytes bytes) {}

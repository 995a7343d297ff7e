package io.timeledger.webhooks.fanout;

import io.timeledger.runtime.ImmutableBytes;
import java.time.LocalDate;

/// A body to be kept.
public record NewBody(LocalDate day, String eventId, String variant, ImmutableBytes bytes) {}

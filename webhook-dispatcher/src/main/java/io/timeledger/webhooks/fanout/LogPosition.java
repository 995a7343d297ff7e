package io.timeledger.webhooks.fanout;

import org.jspecify.annotations.Nullable;

/// Where something stands on the log.
///
/// @param traceparent of the record; null when it has none
public record LogPosition(String topic, int partition, long offset, @Nullable String traceparent) {}

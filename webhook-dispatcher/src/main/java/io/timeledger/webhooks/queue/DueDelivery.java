package io.timeledger.webhooks.queue;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.webhooks.attempt.Lease;
import io.timeledger.webhooks.subscription.Endpoint;
import java.time.Duration;
import java.time.Instant;

/// A delivery to be attempted now.
///
/// @param host where the call goes, for the cap of its host
/// @param startedNanos of this process, at most a moment before `lease.startedAt`
public record DueDelivery(
    Lease lease, String host, Endpoint endpoint, ImmutableBytes body, long startedNanos) {

  /// Now, by the database's clock; never earlier than it is there.
  Instant now() {
    return lease.startedAt().plusNanos(System.nanoTime() - startedNanos);
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }
}

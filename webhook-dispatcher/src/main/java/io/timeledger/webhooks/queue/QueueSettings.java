package io.timeledger.webhooks.queue;

import io.timeledger.webhooks.subscription.FailureWatch;
import java.time.Duration;
import java.util.UUID;

/// How an instance works on the queue.
///
/// @param instance the same at every start of it
/// @param run another one at every start
/// @param lease how long an attempt is ours; longer than any call takes
/// @param delayScale of the gaps between attempts, 1 but for tests
/// @param watch over endpoints that only fail
public record QueueSettings(
    String instance, UUID run, Duration lease, double delayScale, FailureWatch watch) {

  /// Who an attempt is logged to.
  public String workerId() {
    return instance + "-" + run;
  }
}

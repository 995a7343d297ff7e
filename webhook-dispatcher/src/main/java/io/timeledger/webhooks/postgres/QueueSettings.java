package io.timeledger.webhooks.postgres;

import io.timeledger.webhooks.attempt.FailureWatch;
import java.time.Duration;

/// @param workerId names this instance in the log of attempts
/// @param lease how long an attempt is ours; longer than any call takes
/// @param delayScale of the gaps between attempts, 1 but for tests
/// @param watch over endpoints that only fail
public record QueueSettings(
    String workerId, Duration lease, double delayScale, FailureWatch watch) {}

package io.timeledger.runtime.kafka;

import java.time.Duration;

/// How long a loop waits for what.
///
/// @param poll for records, once it has caught up
/// @param pollWhileBehind for records, until it has caught up
/// @param gathering minimum interval between polls after one with few records, so that single
///     records share a transaction
/// @param longestPause after a failure; the first pause is a tenth of a second, each further one
///     twice as long
/// @param stop for the end of the last transaction
public record LoopTimings(
    Duration poll,
    Duration pollWhileBehind,
    Duration gathering,
    Duration longestPause,
    Duration stop) {
  public static final LoopTimings DEFAULT =
      new LoopTimings(
          Duration.ofSeconds(1),
          Duration.ofMillis(50),
          Duration.ZERO,
          Duration.ofSeconds(5),
          Duration.ofSeconds(8));

  public LoopTimings gathering(Duration interval) {
    return new LoopTimings(poll, pollWhileBehind, interval, longestPause, stop);
  }
}

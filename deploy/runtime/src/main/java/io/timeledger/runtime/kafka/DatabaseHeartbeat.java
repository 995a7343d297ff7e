package io.timeledger.runtime.kafka;

import java.time.Duration;

/// The time of the database's last response. One thread probes, any thread reads.
final class DatabaseHeartbeat {
  private static final Duration LOOK_AFTER = Duration.ofSeconds(3);
  private static final Duration LOST_AFTER = Duration.ofSeconds(20);

  private final Runnable probe;
  private volatile long heardAt;

  /// @param probe returns once the database has responded, and throws if it does not
  DatabaseHeartbeat(Runnable probe) {
    this.probe = probe;
    heard();
  }

  /// Records a response of the database.
  void heard() {
    heardAt = System.nanoTime();
  }

  /// Probes the database, unless it responded in the last seconds.
  void feel() {
    if (silence().compareTo(LOOK_AFTER) > 0) {
      probe.run();
      heard();
    }
  }

  /// False when a probe has been waiting for too long.
  boolean isFelt() {
    return silence().compareTo(LOST_AFTER) < 0;
  }

  private Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heardAt);
  }
}

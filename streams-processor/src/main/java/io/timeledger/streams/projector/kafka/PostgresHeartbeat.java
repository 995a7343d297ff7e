package io.timeledger.streams.projector.kafka;

import io.timeledger.streams.projector.postgres.Projections;
import java.time.Duration;

/// The time of the last response from Postgres. One thread probes, any thread reads.
final class PostgresHeartbeat {
  private static final Duration LOOK_AFTER = Duration.ofSeconds(3);
  private static final Duration LOST_AFTER = Duration.ofSeconds(20);

  private final Projections projections;
  private volatile long heardAt;

  PostgresHeartbeat(Projections projections) {
    this.projections = projections;
    heard();
  }

  /// Records a response of Postgres.
  void heard() {
    heardAt = System.nanoTime();
  }

  /// Probes Postgres, unless it responded in the last seconds.
  ///
  /// @throws org.jooq.exception.DataAccessException if it does not respond
  void feel() {
    if (silence().compareTo(LOOK_AFTER) > 0) {
      projections.touch();
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

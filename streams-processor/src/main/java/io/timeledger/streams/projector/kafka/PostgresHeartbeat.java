package io.timeledger.streams.projector.kafka;

import io.timeledger.streams.projector.postgres.Projections;
import java.time.Duration;

/// When Postgres was last heard of. Felt by one thread, asked for by any.
final class PostgresHeartbeat {
  private static final Duration LOOK_AFTER = Duration.ofSeconds(3);
  private static final Duration LOST_AFTER = Duration.ofSeconds(20);

  private final Projections projections;
  private volatile long heardAt;

  PostgresHeartbeat(Projections projections) {
    this.projections = projections;
    heard();
  }

  /// Postgres just answered.
  void heard() {
    heardAt = System.nanoTime();
  }

  /// Asks Postgres, unless it answered in the last seconds.
  ///
  /// @throws org.jooq.exception.DataAccessException if it does not answer
  void feel() {
    if (silence().compareTo(LOOK_AFTER) > 0) {
      projections.touch();
      heard();
    }
  }

  /// False when whoever feels has been waiting for an answer for too long.
  boolean isFelt() {
    return silence().compareTo(LOST_AFTER) < 0;
  }

  private Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heardAt);
  }
}

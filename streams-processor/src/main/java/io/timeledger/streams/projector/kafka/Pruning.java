package io.timeledger.streams.projector.kafka;

import io.timeledger.streams.projector.postgres.ActivityTables;
import io.timeledger.streams.projector.postgres.PrivateTables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Periodically deletes expired command outcomes, request info and activity slots.
final class Pruning {
  private static final Logger log = LoggerFactory.getLogger(Pruning.class);
  private static final int FIRST_MINUTES = 1;
  private static final int PERIOD_MINUTES = 60;

  private final PrivateTables tables;
  private final ActivityTables activities;
  private final InstantSource clock;

  Pruning(PrivateTables tables, ActivityTables activities, InstantSource clock) {
    this.tables = tables;
    this.activities = activities;
    this.clock = clock;
  }

  @Scheduled(initialDelay = FIRST_MINUTES, fixedDelay = PERIOD_MINUTES, timeUnit = TimeUnit.MINUTES)
  void prune() {
    try {
      Instant now = clock.instant();
      tables.prune(now);
      activities.prune(now);
    } catch (RuntimeException e) {
      log.warn("event=pruning_failed retry_in_minutes={}", PERIOD_MINUTES, e);
    }
  }
}

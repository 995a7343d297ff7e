package io.timeledger.calendar.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.intake.TakenRecord;
import io.timeledger.calendar.intake.TakenRecord.TakenSecret;
import io.timeledger.calendar.testkit.CalendarPlatform;
import io.timeledger.calendar.testkit.EmptyCalendars;
import io.timeledger.schemas.id.ConnectionId;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Intake beside rounds that store grants, which lock several lanes too.
class IntakeLocksIT {
  private final LaneBench bench = new LaneBench(new EmptyCalendars());
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  @AfterEach
  void close() {
    thread.shutdownNow();
    bench.close();
  }

  @Test
  void locksLanesInTheOrderOfTheirIds()
      throws ExecutionException, InterruptedException, TimeoutException {
    bench
        .sql()
        .execute(
            "insert into calendar.lane (id, provider) values ('a', 'google'), ('b', 'google')");
    List<TakenRecord> backwards = List.of(tombstone("b"), tombstone("a"));

    Future<?> intake =
        bench
            .sql()
            .transactionResult(
                round -> {
                  Leases.lock(round.dsl(), List.of("a"));
                  Future<?> taking = thread.submit(() -> bench.take(backwards));
                  CalendarPlatform.until(this::isAnyoneWaiting);
                  assertThat(isFree(bench.sql(), "b")).isTrue();
                  return taking;
                });

    assertThat(intake.get(30, TimeUnit.SECONDS)).isNull();
  }

  private boolean isAnyoneWaiting() {
    return bench
        .sql()
        .fetchExists(
            DSL.table("pg_stat_activity"),
            DSL.condition("datname = current_database() and wait_event_type = 'Lock'"));
  }

  private static boolean isFree(DSLContext sql, String lane) {
    return !sql.fetch(
            "select id from calendar.lane where id = {0} for update skip locked", DSL.val(lane))
        .isEmpty();
  }

  private static TakenRecord tombstone(String connection) {
    return new TakenSecret(new ConnectionId(connection), null);
  }
}

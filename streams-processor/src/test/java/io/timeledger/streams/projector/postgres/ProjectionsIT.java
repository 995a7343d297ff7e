package io.timeledger.streams.projector.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.timeledger.embedded.TestDatabase;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.schemas.postgres.DatabaseRole;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class ProjectionsIT {
  /// The lock and the two that Flyway works with.
  private static final int LEAST_CONNECTIONS = 3;

  /// Loops that start at once waited for the lock with a connection each, and the one that had it
  /// found none left to migrate with.
  @Test
  void becomeLiveWhileManyLoopsStartOnASmallPool() throws Exception {
    try (HikariDataSource pool = pool(LEAST_CONNECTIONS);
        ExecutorService loops = Executors.newVirtualThreadPerTaskExecutor()) {
      Projections projections = new Projections(pool);
      Callable<Void> start =
          () -> {
            projections.ensureLive();
            return null;
          };

      List<Future<Void>> started = loops.invokeAll(Collections.nCopies(8, start));

      for (Future<Void> loop : started) {
        loop.get();
      }
      assertThat(
              DSL.using(pool, SQLDialect.POSTGRES)
                  .fetchValue("select number from projector.live_projection"))
          .isEqualTo(1);
    }
  }

  private static HikariDataSource pool(int size) {
    TestDatabase database = TestPlatform.shared().newDatabase().as(DatabaseRole.STREAMS_PROCESSOR);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.username());
    config.setPassword(database.password());
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(10_000);
    return new HikariDataSource(config);
  }
}

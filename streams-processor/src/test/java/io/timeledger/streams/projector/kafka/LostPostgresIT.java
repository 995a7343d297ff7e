package io.timeledger.streams.projector.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.timeledger.embedded.EmbeddedPostgres;
import io.timeledger.runtime.kafka.PositionedConsumer;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.kafka.BatchConsumers;
import io.timeledger.streams.projector.postgres.ProjectionWriter;
import io.timeledger.streams.projector.postgres.Projections;
import io.timeledger.streams.rollup.RandomWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostPostgresIT {

  @Test
  void waitsForPostgresAndMissesNothing(@TempDir Path folder) {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(EmbeddedPostgres.Config.in(folder.resolve("postgres")));
    int port = postgres.port();
    RandomWork work = new RandomWork("ws_1", 1).steps(50);
    try (ProjectorFixture fixture = new ProjectorFixture(folder);
        HikariDataSource database = pool(postgres)) {
      fixture.publish(work.history().events());
      PositionedConsumer projector =
          ProjectorLoop.of(
              "projector",
              Set.of(Topic.EVENTS),
              () ->
                  BatchConsumers.member(
                      fixture.platform.kafkaClients(), "timeledger-projector", "none"),
              new EventsApplier(ProjectionWriter.live(database)),
              Duration.ZERO,
              new Projections(database));
      projector.start();
      try {
        awaitShown(database, work);
        ProjectorFixture.await(projector::isReady);
        postgres.close();
        ProjectorFixture.await(() -> !projector.isReady()); // though there is nothing to do
        List<Event> before = work.history().events();
        List<Event> all = work.steps(50).history().events();
        fixture.publish(all.subList(before.size(), all.size()));
        postgres =
            EmbeddedPostgres.start(new EmbeddedPostgres.Config(folder.resolve("postgres"), port));
        awaitShown(database, work);
        assertThat(
                DSL.using(database, SQLDialect.POSTGRES)
                    .fetchValue("select count(*) from read.event"))
            .isEqualTo((long) all.size());
        ProjectorFixture.await(projector::isReady);
      } finally {
        projector.stop();
      }
    } finally {
      postgres.close();
    }
  }

  private static void awaitShown(HikariDataSource database, RandomWork work) {
    long last = work.history().events().size();
    ProjectorFixture.await(() -> shown(database) == last);
  }

  private static long shown(HikariDataSource database) {
    try {
      Object sequence =
          DSL.using(database, SQLDialect.POSTGRES)
              .fetchValue("select max(sequence) from read.progress");
      return sequence instanceof Long number ? number : 0;
    } catch (DataAccessException notYet) {
      return -1;
    }
  }

  private static HikariDataSource pool(EmbeddedPostgres postgres) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(postgres.jdbcUrl());
    config.setUsername(postgres.username());
    config.setPassword(postgres.password());
    config.setMaximumPoolSize(6);
    config.setConnectionTimeout(1000);
    return new HikariDataSource(config);
  }
}

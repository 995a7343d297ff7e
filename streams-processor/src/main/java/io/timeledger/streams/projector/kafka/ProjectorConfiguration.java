package io.timeledger.streams.projector.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.timeledger.runtime.Tracing;
import io.timeledger.runtime.kafka.KafkaClientFactory;
import io.timeledger.runtime.kafka.PositionedConsumer;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.PlatformProperties;
import io.timeledger.streams.kafka.BatchConsumers;
import io.timeledger.streams.projector.postgres.ActivityTables;
import io.timeledger.streams.projector.postgres.PrivateTables;
import io.timeledger.streams.projector.postgres.ProjectionWriter;
import io.timeledger.streams.projector.postgres.Projections;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The projector, started with the application.
@Configuration(proxyBeanMethods = false)
public class ProjectorConfiguration {
  /// Short, because readers wait for their writes; but a transaction costs as much as thirty
  /// events.
  private static final Duration BRIEFLY = Duration.ofMillis(25);

  /// Command outcomes and addresses are secondary to events, and may be this late.
  private static final Duration AT_LEISURE = Duration.ofMillis(200);

  @Bean
  KafkaClientFactory kafkaClients(PlatformProperties platform, MeterRegistry registry) {
    return new KafkaClientFactory(platform.kafka(), platform.instanceId(), registry);
  }

  @Bean
  Projections projections(DataSource database) {
    return new Projections(database);
  }

  @Bean
  EventsApplier eventsApplier(DataSource database) {
    return new EventsApplier(ProjectionWriter.live(database));
  }

  @Bean
  PositionedConsumer projector(
      KafkaClientFactory clients, EventsApplier events, Projections projections, Tracing tracing) {
    return ProjectorLoop.of(
        "timeledger-projector",
        Set.of(Topic.EVENTS),
        // A position that is not on the log means that the log lost events, so the projector stops.
        () -> BatchConsumers.member(clients, "timeledger-projector", "none"),
        new TracedApplier(events, tracing, InstantSource.system()),
        BRIEFLY,
        projections);
  }

  @Bean
  PositionedConsumer privateProjector(
      KafkaClientFactory clients, DataSource database, Projections projections) {
    return ProjectorLoop.of(
        "timeledger-projector-private",
        PrivateApplier.TRACES,
        // Replies are deleted after an hour, so the position may be gone.
        () -> BatchConsumers.member(clients, "timeledger-projector-private", "earliest"),
        new PrivateApplier(new PrivateTables(database)),
        AT_LEISURE,
        projections);
  }

  @Bean
  PositionedConsumer nameProjector(
      KafkaClientFactory clients, DataSource database, Projections projections) {
    return ProjectorLoop.of(
        "timeledger-projector-names",
        PrivateApplier.NAMES,
        () -> BatchConsumers.member(clients, "timeledger-projector-names", "earliest"),
        new PrivateApplier(new PrivateTables(database)),
        BRIEFLY,
        projections);
  }

  @Bean
  PositionedConsumer activityProjector(
      KafkaClientFactory clients, DataSource database, Projections projections) {
    return ProjectorLoop.of(
        "timeledger-projector-activities",
        ActivityApplier.TOPICS,
        // Slots are deleted after 90 days, so the position may be gone.
        () -> BatchConsumers.member(clients, "timeledger-projector-activities", "earliest"),
        new ActivityApplier(new ActivityTables(database)),
        AT_LEISURE,
        projections);
  }

  @Bean
  Pruning pruning(DataSource database) {
    return new Pruning(
        new PrivateTables(database), new ActivityTables(database), InstantSource.system());
  }
}

package io.timeledger.calendar;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.timeledger.calendar.connect.CloseChannels;
import io.timeledger.calendar.connect.ConnectionVault;
import io.timeledger.calendar.connect.RevokeGrants;
import io.timeledger.calendar.connect.TokenEndpoint;
import io.timeledger.calendar.kafka.CalendarApplier;
import io.timeledger.calendar.kafka.CalendarIntakeLoop;
import io.timeledger.calendar.kafka.CalendarOutboxLoop;
import io.timeledger.calendar.kafka.ConnectorKafkaClients;
import io.timeledger.calendar.kafka.TopicFill;
import io.timeledger.calendar.lane.LaneChores;
import io.timeledger.calendar.lane.LaneChores.Chore;
import io.timeledger.calendar.lane.LaneEngine;
import io.timeledger.calendar.lane.LaneMetrics;
import io.timeledger.calendar.lane.RoundMeters;
import io.timeledger.calendar.postgres.CalendarOutbox;
import io.timeledger.calendar.postgres.CalendarSchema;
import io.timeledger.calendar.postgres.CalendarTables;
import io.timeledger.calendar.postgres.DailyRefresh;
import io.timeledger.calendar.postgres.LaneSettings;
import io.timeledger.calendar.postgres.SqlClosings;
import io.timeledger.calendar.postgres.SqlLaneQueue;
import io.timeledger.calendar.postgres.SqlRevocations;
import io.timeledger.calendar.postgres.SqlRounds;
import io.timeledger.calendar.postgres.SqlSources;
import io.timeledger.calendar.provider.CalendarProviders;
import io.timeledger.calendar.provider.oauth.OriginCaller;
import io.timeledger.calendar.push.ChannelAddresses;
import io.timeledger.calendar.push.ChannelKeeper;
import io.timeledger.calendar.round.Accesses;
import io.timeledger.calendar.round.PollIntervals;
import io.timeledger.calendar.round.RoundLoop;
import io.timeledger.egress.HttpCaller;
import io.timeledger.runtime.Tracing;
import io.timeledger.runtime.WorkSignal;
import io.timeledger.runtime.kafka.KafkaClientFactory;
import io.timeledger.runtime.kafka.OutboxSender;
import io.timeledger.runtime.kafka.PositionedConsumer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the service.
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

  /// What is retried is due no sooner than after minutes; what is new wakes its chore.
  private static final Duration RETRY_EVERY = Duration.ofSeconds(30);

  private static final Duration CLEAN_EVERY = Duration.ofHours(1);

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  DSLContext sql(DataSource database) {
    return DSL.using(database, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
  }

  @Bean
  CalendarSchema schema(DataSource database) {
    return CalendarSchema.in(database);
  }

  @Bean
  ConnectorPreparation preparation(CalendarSchema schema) {
    return new ConnectorPreparation(schema);
  }

  @Bean
  LaneSettings laneSettings(
      ConnectorProperties platform, CalendarProperties calendars, ChannelAddresses channels) {
    return new LaneSettings(
        "connector-" + platform.instanceId(),
        UUID.randomUUID(),
        calendars.lease(),
        calendars.publishBlocks(),
        channels.providers());
  }

  @Bean
  ConnectorKafkaClients kafkaClients(ConnectorProperties platform, MeterRegistry registry) {
    return new ConnectorKafkaClients(
        new KafkaClientFactory(platform.kafka(), platform.instanceId(), registry));
  }

  @Bean
  WorkSignal due() {
    return new WorkSignal();
  }

  @Bean
  WorkSignal written() {
    return new WorkSignal();
  }

  @Bean
  CalendarTables tables(DSLContext sql, CalendarProperties calendars) {
    return new CalendarTables(sql, calendars.publishBlocks());
  }

  @Bean
  CalendarApplier applier(
      CalendarTables tables, WorkSignal due, WorkSignal written, LaneChores chores) {
    return new CalendarApplier(
        tables,
        () -> {
          due.signal();
          written.signal();
        },
        chores::wake);
  }

  @Bean
  PositionedConsumer intake(
      ConnectorKafkaClients clients,
      ConnectorProperties platform,
      CalendarTables tables,
      CalendarApplier applier,
      ConnectorPreparation preparation) {
    TopicFill marks = TopicFill.ofMarks(clients, tables);
    TopicFill grants = TopicFill.ofGrants(clients, tables);
    return CalendarIntakeLoop.of(
        clients,
        platform.partitions(),
        tables,
        applier,
        () -> {
          preparation.run();
          marks.run();
          grants.run();
        });
  }

  @Bean
  OutboxSender outbox(
      ConnectorKafkaClients clients,
      DSLContext sql,
      WorkSignal written,
      ConnectorPreparation preparation) {
    return CalendarOutboxLoop.of(clients, new CalendarOutbox(sql), written, preparation);
  }

  @Bean
  SqlLaneQueue lanes(DSLContext sql, LaneSettings settings) {
    return new SqlLaneQueue(sql, settings);
  }

  @Bean
  LaneMetrics laneMetrics(SqlLaneQueue lanes) {
    return new LaneMetrics(lanes);
  }

  @Bean
  LaneEngine engine(
      SqlLaneQueue lanes,
      DSLContext sql,
      LaneSettings settings,
      CalendarProperties calendars,
      HttpCaller files,
      OriginCaller origins,
      CalendarProviders providers,
      PollIntervals poll,
      ChannelKeeper channels,
      Accesses accesses,
      MeterRegistry meters,
      Tracing tracing,
      InstantSource clock,
      WorkSignal due,
      WorkSignal written,
      ConnectorPreparation preparation) {
    AtomicBoolean stopping = new AtomicBoolean();
    RoundLoop rounds =
        new RoundLoop(
            new SqlRounds(sql, settings),
            new SqlSources(sql, settings),
            accesses,
            providers.byName(),
            calendars.contactHashes(),
            poll,
            channels,
            new RoundMeters(meters),
            clock,
            RandomGenerator.getDefault(),
            stopping::get);
    return new LaneEngine(
        lanes,
        rounds,
        calendars.slots(),
        due,
        written::signal,
        preparation,
        stopping,
        () -> {
          files.close();
          origins.close();
        },
        STOP_PATIENCE);
  }

  @Bean
  MeterBinder slotMeters(LaneEngine engine) {
    return registry ->
        Gauge.builder("timeledger.calendar.in.flight", engine, LaneEngine::inUse)
            .description("Lanes that this instance works on")
            .register(registry);
  }

  @Bean
  LaneChores chores(
      LaneMetrics metrics,
      CalendarSchema schema,
      DSLContext sql,
      WorkSignal due,
      CalendarProviders providers,
      ConnectionVault vault,
      TokenEndpoint tokens,
      InstantSource clock,
      ConnectorPreparation preparation) {
    DailyRefresh refresh = new DailyRefresh(sql);
    CloseChannels closing =
        new CloseChannels(new SqlClosings(sql), providers.pushing(), vault, tokens, clock);
    RevokeGrants revoking = new RevokeGrants(new SqlRevocations(sql), vault, tokens);
    return new LaneChores(
        List.of(
            new Chore(LOOK_EVERY, false, metrics::look),
            new Chore(
                RETRY_EVERY,
                true,
                () -> {
                  // A grant is revoked once its channels are closed with it.
                  closing.run();
                  revoking.run();
                }),
            new Chore(CLEAN_EVERY, false, schema::dropOld),
            new Chore(
                CLEAN_EVERY,
                false,
                () -> {
                  if (refresh.makeDue() > 0) {
                    due.signal();
                  }
                })),
        preparation);
  }

  /// Up when intake and engine are ready and no lane is overdue.
  @Bean
  HealthIndicator serving(PositionedConsumer intake, LaneEngine engine, LaneMetrics lanes) {
    return () ->
        (intake.isReady() && engine.isReady() && lanes.isOnTime()
                ? Health.up()
                : Health.outOfService())
            .build();
  }
}

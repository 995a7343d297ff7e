package io.timeledger.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.NameResolver;
import io.timeledger.runtime.Tracing;
import io.timeledger.runtime.WorkSignal;
import io.timeledger.runtime.kafka.KafkaClientFactory;
import io.timeledger.runtime.kafka.OutboxSender;
import io.timeledger.runtime.kafka.PositionedConsumer;
import io.timeledger.schemas.secret.SealingKey;
import io.timeledger.schemas.secret.Vault;
import io.timeledger.webhooks.control.Replays;
import io.timeledger.webhooks.kafka.DispatcherKafkaClients;
import io.timeledger.webhooks.kafka.IntakeApplier;
import io.timeledger.webhooks.kafka.IntakeLoop;
import io.timeledger.webhooks.kafka.OutboxLoop;
import io.timeledger.webhooks.postgres.EndpointCache;
import io.timeledger.webhooks.postgres.IntakeTables;
import io.timeledger.webhooks.postgres.Outbox;
import io.timeledger.webhooks.postgres.Schema;
import io.timeledger.webhooks.postgres.SqlQueue;
import io.timeledger.webhooks.postgres.SqlReplayJobs;
import io.timeledger.webhooks.queue.AttemptMeters;
import io.timeledger.webhooks.queue.Attempts;
import io.timeledger.webhooks.queue.DeliveryQueue;
import io.timeledger.webhooks.queue.Engine;
import io.timeledger.webhooks.queue.QueueMetrics;
import io.timeledger.webhooks.queue.QueueSettings;
import io.timeledger.webhooks.queue.Slots;
import io.timeledger.webhooks.retention.ScheduledTasks;
import io.timeledger.webhooks.subscription.FailureWatch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// Puts the service together.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DispatcherConfiguration {
  private static final Logger log = LoggerFactory.getLogger(DispatcherConfiguration.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  DSLContext sql(DataSource database) {
    return DSL.using(database, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
  }

  @Bean
  WorkSignal work() {
    return new WorkSignal();
  }

  @Bean
  Schema schema(DataSource database, WebhookProperties webhooks) {
    return new Schema(database, webhooks.contentDays(), webhooks.logDays());
  }

  @Bean
  SchemaInitializer preparation(Schema schema, InstantSource clock) {
    return new SchemaInitializer(schema, clock);
  }

  @Bean
  DispatcherKafkaClients kafkaClients(DispatcherProperties platform, MeterRegistry registry) {
    return new DispatcherKafkaClients(
        new KafkaClientFactory(platform.kafka(), platform.instanceId(), registry));
  }

  @Bean
  IntakeApplier intakeApplier(
      DSLContext sql, WebhookProperties webhooks, WorkSignal work, InstantSource clock) {
    return new IntakeApplier(
        new IntakeTables(sql, Duration.ofDays(webhooks.contentDays()), webhooks.replayRate()),
        work,
        clock);
  }

  @Bean
  PositionedConsumer intake(
      DispatcherKafkaClients clients,
      DispatcherProperties platform,
      IntakeApplier applier,
      SchemaInitializer schemaInitializer) {
    return IntakeLoop.of(clients, platform.partitions(), applier, schemaInitializer);
  }

  @Bean
  OutboxSender outbox(
      DispatcherKafkaClients clients,
      DSLContext sql,
      WorkSignal work,
      SchemaInitializer schemaInitializer) {
    return OutboxLoop.of(clients, new Outbox(sql), work.forAnother(), schemaInitializer);
  }

  @Bean
  DeliveryQueue queue(DSLContext sql, DispatcherProperties platform, WebhookProperties webhooks) {
    return new SqlQueue(
        sql,
        new QueueSettings(
            "dispatcher-" + platform.instanceId(),
            UUID.randomUUID(),
            webhooks.lease(),
            webhooks.delayScale(),
            new FailureWatch(webhooks.disableAfter(), webhooks.disableFailures())),
        new EndpointCache(vault(platform.secrets())));
  }

  @Bean(destroyMethod = "close")
  HttpCaller caller(WebhookProperties webhooks, ObjectProvider<NameResolver> names) {
    if (!webhooks.allowedNetworks().isEmpty()) {
      log.warn(
          "event=networks_allowed networks={} note=\"webhooks may call addresses that are not"
              + " public\"",
          webhooks.allowedNetworks());
    }
    return new HttpCaller(
        new AddressGuard(webhooks.allowedNetworks()),
        names.getIfAvailable(NameResolver::system),
        webhooks.timeout());
  }

  @Bean
  Slots slots(WebhookProperties webhooks) {
    return new Slots(webhooks.slots(), webhooks.slotsPerHost());
  }

  @Bean
  QueueMetrics watch(DeliveryQueue queue, Slots slots) {
    return new QueueMetrics(queue, slots);
  }

  /// Takes in what is on the log, and is on time with what is due.
  @Bean
  HealthIndicator serving(PositionedConsumer intake, Engine engine, QueueMetrics queueMetrics) {
    return () ->
        (intake.isReady() && engine.isReady() && queueMetrics.isOnTime()
                ? Health.up()
                : Health.outOfService())
            .build();
  }

  @Bean
  Engine engine(
      DeliveryQueue queue,
      Slots slots,
      MeterRegistry meters,
      HttpCaller caller,
      WebhookProperties webhooks,
      WorkSignal work,
      SchemaInitializer schemaInitializer,
      Tracing tracing) {
    Duration patience = webhooks.timeout();
    return new Engine(
        queue,
        new Attempts(caller, webhooks.timeout(), webhooks.origin(), tracing),
        slots,
        work,
        new AttemptMeters(meters),
        schemaInitializer,
        webhooks.sweepEvery(),
        patience.compareTo(LONGEST_STOP) < 0 ? patience : LONGEST_STOP);
  }

  @Bean
  ScheduledTasks chores(
      Schema schema,
      DSLContext sql,
      QueueMetrics queueMetrics,
      SchemaInitializer schemaInitializer,
      WorkSignal work,
      InstantSource clock) {
    return new ScheduledTasks(
        schema,
        new Replays(new SqlReplayJobs(sql))::goOn,
        queueMetrics::look,
        schemaInitializer,
        work,
        clock);
  }

  /// At a stop, waits for the task that runs, and starts no other.
  @Bean
  ThreadPoolTaskScheduler taskScheduler() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setThreadNamePrefix("webhook-chores-");
    scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return scheduler;
  }

  private static Optional<Vault> vault(DispatcherProperties.Secrets secrets) {
    String active = secrets.activeKey();
    if (secrets.keys().isEmpty()) {
      return Optional.empty();
    }
    List<SealingKey> keys =
        secrets.keys().stream().map(key -> SealingKey.of(key.id(), key.key())).toList();
    return Optional.of(new Vault(keys, active == null ? keys.getFirst().id() : active));
  }
}

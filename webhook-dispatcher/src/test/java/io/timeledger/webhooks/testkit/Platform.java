package io.timeledger.webhooks.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.TestDatabase;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.postgres.DatabaseRole;
import io.timeledger.schemas.secret.SealingKey;
import io.timeledger.schemas.secret.Vault;
import io.timeledger.webhooks.WebhookDispatcher;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// A broker with the topics, an empty database, and dispatchers over them.
public final class Platform implements AutoCloseable {
  private static final int PARTITIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EmbeddedKafka kafka;
  private final TestDatabase database;
  private final HikariDataSource pool;
  private final String key;
  private final TestLog log;
  private final List<ConfigurableApplicationContext> dispatchers = new ArrayList<>();

  public Platform(Path folder) {
    kafka = EmbeddedKafka.start(EmbeddedKafka.Config.in(folder.resolve("kafka")));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(Topic.declarations(PARTITIONS, (short) 1)).all().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
    database = TestPlatform.shared().newDatabase();
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = Base64.getEncoder().encodeToString(random);
    log = new TestLog(kafka.bootstrapServers(), new Vault(List.of(SealingKey.of("k1", key)), "k1"));
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.username());
    config.setPassword(database.password());
    config.setMaximumPoolSize(2);
    pool = new HikariDataSource(config);
  }

  public TestLog log() {
    return log;
  }

  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  public DSLContext sql() {
    return DSL.using(pool, SQLDialect.POSTGRES);
  }

  /// A dispatcher that may call loopback.
  public ConfigurableApplicationContext start(String... settings) {
    return startWith(
        _ -> {},
        Stream.concat(
                Stream.of("--timeledger.webhooks.allowed-networks=127.0.0.0/8"),
                Stream.of(settings))
            .toArray(String[]::new));
  }

  /// A dispatcher with other parts, and no network allowed.
  public ConfigurableApplicationContext startWith(
      ApplicationContextInitializer<ConfigurableApplicationContext> parts, String... settings) {
    ConfigurableApplicationContext dispatcher =
        WebhookDispatcher.application()
            .initializers(parts)
            .run(
                Stream.concat(
                        Stream.of(
                            "--timeledger.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                            "--timeledger.partitions=" + PARTITIONS,
                            "--timeledger.instance-id=it" + dispatchers.size(),
                            "--timeledger.secrets.keys[0].id=k1",
                            "--timeledger.secrets.keys[0].key=" + key,
                            "--spring.datasource.url=" + database.jdbcUrl(),
                            "--spring.datasource.username="
                                + DatabaseRole.WEBHOOK_DISPATCHER.roleName(),
                            "--spring.datasource.password="
                                + database.as(DatabaseRole.WEBHOOK_DISPATCHER).password(),
                            "--spring.datasource.hikari.minimum-idle=1"),
                        Stream.of(settings))
                    .toArray(String[]::new));
    dispatchers.add(dispatcher);
    until(() -> WebhookDispatcher.isReady(dispatcher));
    return dispatcher;
  }

  /// The deliveries of a webhook, the oldest first.
  public List<Map<String, Object>> deliveries(WebhookId webhook) {
    return sql()
        .fetch(
            """
            select * from webhooks_read.delivery where webhook_id = {0} order by created_at, id
            """,
            DSL.val(webhook.value()))
        .intoMaps();
  }

  /// The attempts of all deliveries of a webhook, the oldest first.
  public List<Record> attempts(WebhookId webhook) {
    return List.copyOf(
        sql()
            .fetch(
                """
                select a.* from webhooks_read.attempt a
                join webhooks_read.delivery d on d.day = a.day and d.id = a.delivery_id
                where d.webhook_id = {0} order by a.started_at, a.attempt_no
                """,
                DSL.val(webhook.value())));
  }

  /// How many deliveries of a webhook are in the state.
  public long count(WebhookId webhook, String state) {
    return deliveries(webhook).stream()
        .filter(delivery -> state.equals(delivery.get("state")))
        .count();
  }

  /// Waits for it, for as long as anything may take.
  public static void until(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(condition);
  }

  @Override
  public void close() {
    dispatchers.reversed().forEach(ConfigurableApplicationContext::close);
    log.close();
    pool.close();
    kafka.close();
  }
}

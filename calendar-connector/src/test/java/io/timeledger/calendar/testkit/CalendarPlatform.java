package io.timeledger.calendar.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.timeledger.calendar.CalendarConnector;
import io.timeledger.calendar.provider.NamedProvider;
import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.TestDatabase;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.postgres.DatabaseRole;
import io.timeledger.schemas.secret.SealingKey;
import io.timeledger.schemas.secret.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/// A broker with the topics, an empty database, and connectors on them that may call loopback
/// addresses.
public final class CalendarPlatform implements AutoCloseable {
  public static final String ADDRESS_KEY = "vS0pXl3c0m8gWUoJq5i2oYd7tVh1rZk4b9eNnKxQwFs=";

  private static final int PARTITIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static @Nullable CalendarPlatform shared;

  private final EmbeddedKafka kafka;
  private final TestDatabase database;
  private final HikariDataSource pool;
  private final String key;
  private final LedgerStandIn ledger;
  private final List<ConfigurableApplicationContext> connectors = new ArrayList<>();

  public CalendarPlatform(Path folder) {
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
    ledger =
        new LedgerStandIn(
            kafka.bootstrapServers(), new Vault(List.of(SealingKey.of("k1", key)), "k1"));
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.username());
    config.setPassword(database.password());
    config.setMaximumPoolSize(2);
    pool = new HikariDataSource(config);
  }

  /// One connector for all tests that do not stop it.
  public static synchronized CalendarPlatform shared() {
    if (shared == null) {
      try {
        Path folder = Files.createTempDirectory("timeledger-calendar");
        CalendarPlatform platform = new CalendarPlatform(folder);
        platform.start();
        TestPlatform.shared()
            .closeFirst(
                () -> {
                  platform.close();
                  FileSystemUtils.deleteRecursively(folder);
                });
        shared = platform;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  public LedgerStandIn ledger() {
    return ledger;
  }

  public DSLContext sql() {
    return DSL.using(pool, SQLDialect.POSTGRES);
  }

  /// A connector with its own instance id.
  public ConfigurableApplicationContext start(String... settings) {
    return startAs("it" + connectors.size(), settings);
  }

  public ConfigurableApplicationContext startAs(String instance, String... settings) {
    return startAs(instance, List.of(), settings);
  }

  /// With further providers.
  public ConfigurableApplicationContext startAs(
      String instance, List<NamedProvider> providers, String... settings) {
    ConfigurableApplicationContext connector =
        CalendarConnector.application()
            .initializers(context -> register((GenericApplicationContext) context, providers))
            .run(
                Stream.concat(
                        Stream.of(
                            "--timeledger.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                            "--timeledger.partitions=" + PARTITIONS,
                            "--timeledger.instance-id=" + instance,
                            "--timeledger.calendar.allowed-networks=127.0.0.0/8",
                            "--timeledger.calendar.host-pause=0s",
                            "--timeledger.calendar.address-key=" + ADDRESS_KEY,
                            "--timeledger.secrets.keys[0].id=k1",
                            "--timeledger.secrets.keys[0].key=" + key,
                            "--spring.datasource.url=" + database.jdbcUrl(),
                            "--spring.datasource.username="
                                + DatabaseRole.CALENDAR_CONNECTOR.roleName(),
                            "--spring.datasource.password="
                                + database.as(DatabaseRole.CALENDAR_CONNECTOR).password(),
                            "--spring.datasource.hikari.minimum-idle=1"),
                        Stream.of(settings))
                    .toArray(String[]::new));
    connectors.add(connector);
    until(() -> CalendarConnector.isReady(connector));
    return connector;
  }

  private static void register(GenericApplicationContext context, List<NamedProvider> providers) {
    providers.forEach(
        named -> context.registerBean(named.name() + "-of-test", NamedProvider.class, () -> named));
  }

  /// The blocks of a workspace by title, ordered by start.
  public List<Map<String, Object>> blocks(WorkspaceId workspace) {
    return sql()
        .fetch(
            """
            select * from calendar_read.block where workspace_id = {0}
            order by log_date, started_at, id
            """,
            DSL.val(workspace.value()))
        .intoMaps();
  }

  public List<String> titles(WorkspaceId workspace) {
    return blocks(workspace).stream().map(block -> String.valueOf(block.get("title"))).toList();
  }

  public BlockId block(WorkspaceId workspace, String title) {
    return blocks(workspace).stream()
        .filter(block -> title.equals(block.get("title")))
        .map(block -> new BlockId(text(block, "id")))
        .findFirst()
        .orElseThrow();
  }

  /// One row of a view, by the column that has the value.
  public Map<String, Object> row(String view, String column, String value) {
    return sql()
        .fetchSingle("select * from %s where %s = {0}".formatted(view, column), DSL.val(value))
        .intoMap();
  }

  public static String text(Map<String, Object> row, String column) {
    return Objects.requireNonNull((String) row.get(column), column);
  }

  public static long number(Map<String, Object> row, String column) {
    return Objects.requireNonNull((Long) row.get(column), column);
  }

  public static Instant time(Map<String, Object> row, String column) {
    return Objects.requireNonNull((OffsetDateTime) row.get(column), column).toInstant();
  }

  /// All records of a topic, by partition and in order.
  public List<ConsumerRecord<String, byte[]>> records(Topic topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  /// All values of a topic, as one text.
  public String values(Topic topic) {
    return records(topic).stream()
        .map(ConsumerRecord::value)
        .filter(Objects::nonNull)
        .map(value -> new String(value, UTF_8))
        .collect(Collectors.joining());
  }

  /// All that is on the log or in a table of the connector, in full.
  public String everything() {
    StringBuilder all = new StringBuilder();
    for (Topic topic : Topic.values()) {
      for (ConsumerRecord<String, byte[]> record : records(topic)) {
        all.append(record.key()).append(shown(record.value())).append('\n');
        record.headers().forEach(header -> all.append(shown(header.value())).append('\n'));
      }
    }
    sql()
        .fetch("select tablename from pg_tables where schemaname = 'calendar'")
        .getValues("tablename", String.class)
        .forEach(
            table ->
                sql()
                    .fetch("select * from calendar." + table)
                    .forEach(
                        row -> {
                          for (Object value : row.intoArray()) {
                            all.append(shown(value)).append('\n');
                          }
                        }));
    return all.toString();
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case byte[] bytes -> new String(bytes, UTF_8);
      case Object[] values -> Arrays.deepToString(values);
      case null, default -> String.valueOf(value);
    };
  }

  /// The last value of each key of the workspace, without tombstones.
  public Map<String, byte[]> state(Topic topic, WorkspaceId workspace) {
    Map<String, byte[]> state = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records(topic)) {
      if (record.key().startsWith(workspace.value())) {
        if (record.value() == null) {
          state.remove(record.key());
        } else {
          state.put(record.key(), record.value());
        }
      }
    }
    return state;
  }

  /// Waits until the condition holds; fails after a generous timeout.
  public static void until(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(condition);
  }

  @Override
  public void close() {
    connectors.reversed().forEach(ConfigurableApplicationContext::close);
    ledger.close();
    pool.close();
    kafka.close();
  }
}

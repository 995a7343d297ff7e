package io.timeledger.streams.projector.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.timeledger.embedded.TestDatabase;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.runtime.kafka.KafkaConnection;
import io.timeledger.runtime.kafka.PositionedConsumer;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.kafka.WorkspacePartitioner;
import io.timeledger.schemas.postgres.DatabaseRole;
import io.timeledger.streams.kafka.BatchConsumers;
import io.timeledger.streams.kafka.Provisioning;
import io.timeledger.streams.platform.PlatformProperties;
import io.timeledger.streams.projector.postgres.ActivityTables;
import io.timeledger.streams.projector.postgres.PrivateTables;
import io.timeledger.streams.projector.postgres.ProjectionWriter;
import io.timeledger.streams.projector.postgres.Projections;
import io.timeledger.streams.rollup.History;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The topics, new and empty, on a broker that all tests of a JVM share, and an empty database.
final class ProjectorFixture implements AutoCloseable {
  static final List<String> TABLES =
      List.of(
          "position",
          "progress",
          "workspace",
          "settings",
          "member",
          "project",
          "task",
          "client",
          "rate",
          "token",
          "time_entry",
          "timesheet",
          "rollup",
          "event");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(10);

  final PlatformProperties platform;
  final HikariDataSource database;
  final DSLContext sql;
  private final TestDatabase administered;
  private final Producer<String, byte[]> producer;

  ProjectorFixture(Path folder) {
    String servers = ProjectorBroker.withoutTopics();
    platform =
        new PlatformProperties(
            KafkaConnection.to(servers), 4, (short) 1, true, folder.resolve("state"), "test", 0);
    new Provisioning(platform).createMissing();
    administered = TestPlatform.shared().newDatabase();
    database = pool(administered.as(DatabaseRole.STREAMS_PROCESSOR));
    sql = DSL.using(database, SQLDialect.POSTGRES);
    producer = producer(servers);
    producer.initTransactions();
  }

  /// A projector like that of the service, not started.
  PositionedConsumer projector() {
    return ProjectorLoop.of(
        "projector",
        Set.of(Topic.EVENTS),
        () -> BatchConsumers.member(platform.kafkaClients(), "timeledger-projector", "none"),
        new EventsApplier(ProjectionWriter.live(database)),
        Duration.ZERO,
        new Projections(database));
  }

  PositionedConsumer privateProjector() {
    return ProjectorLoop.of(
        "private",
        PrivateApplier.TOPICS,
        () ->
            BatchConsumers.member(
                platform.kafkaClients(), "timeledger-projector-private", "earliest"),
        new PrivateApplier(new PrivateTables(database)),
        Duration.ZERO,
        new Projections(database));
  }

  PositionedConsumer activityProjector() {
    return ProjectorLoop.of(
        "activities",
        ActivityApplier.TOPICS,
        () ->
            BatchConsumers.member(
                platform.kafkaClients(), "timeledger-projector-activities", "earliest"),
        new ActivityApplier(new ActivityTables(database)),
        Duration.ZERO,
        new Projections(database));
  }

  void publish(List<Event> events) {
    producer.beginTransaction();
    for (Event event : events) {
      Future<RecordMetadata> _ =
          producer.send(
              new ProducerRecord<>(
                  Topic.EVENTS.topicName(),
                  RecordKeys.of(event.workspaceId()),
                  TopicSerdes.EVENTS.codec().write(event)));
    }
    producer.commitTransaction();
  }

  void publish(Topic topic, String key, byte @Nullable [] value, Map<String, String> headers) {
    producer.beginTransaction();
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.topicName(), key, value);
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    Future<RecordMetadata> _ = producer.send(record);
    producer.commitTransaction();
  }

  /// As a superuser, which the service is not.
  void asAdministrator(String statements) throws SQLException {
    try (Connection connection = administered.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  /// @return the number of the projection that is live then
  int rebuild() {
    AtomicInteger live = new AtomicInteger();
    new Rebuild(platform, database)
        .run(
            new Rebuild.ProgressListener() {
              @Override
              public void started(int projection, long events) {}

              @Override
              public void applied(int events) {}

              @Override
              public void filled() {}

              @Override
              public void waitingForReaders() {}

              @Override
              public void live(int projection) {
                live.set(projection);
              }
            });
    return live.get();
  }

  void awaitShown(History history) {
    int last = history.events().size();
    await(() -> progress(history.workspace().value()) >= last);
  }

  long progress(String workspace) {
    if (sql.fetchValue("select to_regclass('read.progress')") == null) {
      return 0;
    }
    Number sequence =
        (Number)
            sql.fetchValue(
                "select max(sequence) from read.progress where workspace_id = {0}",
                DSL.val(workspace));
    return sequence == null ? 0 : sequence.longValue();
  }

  static void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("deadline").isBefore(deadline);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /// Keeps a copy of all tables, to be compared with later ones.
  void copy(String schema, String to) {
    sql.execute("create schema {0}", DSL.name(to));
    TABLES.forEach(
        table ->
            sql.execute(
                "create table {0} as select * from {1}",
                DSL.name(to, table), DSL.name(schema, table)));
  }

  /// Compares row by row.
  void assertEqual(String schema, String other) {
    for (String table : TABLES) {
      assertThat(rowsOfOnlyTheFirst(schema, other, table)).as("only in %s", schema).isEmpty();
      assertThat(rowsOfOnlyTheFirst(other, schema, table)).as("only in %s", other).isEmpty();
    }
  }

  private List<Map<String, Object>> rowsOfOnlyTheFirst(String one, String other, String table) {
    return sql.fetch(
            "select * from {0} except all select * from {1}",
            DSL.name(one, table), DSL.name(other, table))
        .intoMaps();
  }

  @Override
  public void close() {
    producer.close();
    database.close();
  }

  private static Producer<String, byte[]> producer(String bootstrapServers) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG, "test",
            ProducerConfig.PARTITIONER_CLASS_CONFIG, WorkspacePartitioner.class,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
  }

  private static HikariDataSource pool(TestDatabase database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.username());
    config.setPassword(database.password());
    config.setMaximumPoolSize(8);
    config.setConnectionTimeout(2000);
    return new HikariDataSource(config);
  }
}

package io.timeledger.streams.views.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.runtime.kafka.KafkaConnection;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.kafka.WorkspacePartitioner;
import io.timeledger.schemas.resource.Rollup;
import io.timeledger.streams.kafka.Provisioning;
import io.timeledger.streams.kafka.StreamsApp;
import io.timeledger.streams.kafka.StreamsGroup;
import io.timeledger.streams.platform.PlatformProperties;
import io.timeledger.streams.rollup.RandomWork;
import io.timeledger.streams.rollup.Recomputed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final int PARTITIONS = 4;

  private EmbeddedKafka kafka;
  private PlatformProperties platform;

  @BeforeEach
  void open(@TempDir Path folder) {
    kafka = EmbeddedKafka.start(EmbeddedKafka.Config.in(folder.resolve("kafka")));
    platform =
        new PlatformProperties(
            KafkaConnection.to(kafka.bootstrapServers()),
            PARTITIONS,
            (short) 1,
            true,
            folder.resolve("state"),
            "test",
            0);
    new Provisioning(platform).createMissing();
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void publishesTheSameAgainAfterAReset() {
    RandomWork one = new RandomWork("ws_1", 1).steps(150);
    RandomWork two = new RandomWork("ws_2", 2).steps(150);
    publish(one.history().events());
    publish(two.history().events());
    Map<String, Rollup> expected = new HashMap<>();
    for (RandomWork work : List.of(one, two)) {
      Recomputed.rollups(work.entries()).values().forEach(r -> expected.put(RecordKeys.of(r), r));
    }

    StreamsApp views = views();
    views.start();
    awaitRollups(expected, Map.of());
    assertThatThrownBy(() -> new ResetViews(platform, InstantSource.system(), Duration.ZERO).run())
        .hasMessageContaining("stop every streams-processor first");
    views.stop();
    Map<TopicPartition, Long> before = ends();

    new ResetViews(platform, InstantSource.system()).run();
    assertThat(Files.exists(platform.stateDir().resolve(StreamsGroup.VIEWS.applicationId())))
        .isFalse();
    StreamsApp again = views();
    again.start();
    awaitRollups(expected, before);
    again.stop();
  }

  @Test
  void refusesToFoldTheLogOntoFullStoresAfterKafkaLostItsOffsets() throws Exception {
    RandomWork work = new RandomWork("ws_1", 3).steps(100);
    publish(work.history().events());
    Map<String, Rollup> expected = new HashMap<>();
    Recomputed.rollups(work.entries()).values().forEach(r -> expected.put(RecordKeys.of(r), r));
    StreamsApp views = views();
    views.start();
    awaitRollups(expected, Map.of());
    views.stop();
    Map<TopicPartition, Long> before = ends();

    Provisioning provisioning = new Provisioning(platform);
    provisioning.check();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .deleteConsumerGroups(List.of(StreamsGroup.VIEWS.applicationId()))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
    provisioning.createMissing();
    assertThatThrownBy(provisioning::check)
        .hasMessageContaining("group timeledger-views has no valid committed offset")
        .hasMessageContaining("time.events.v1-")
        .hasMessageContaining("streams-processor reset-views");
    StreamsApp unchecked = views();
    unchecked.start();
    await(() -> !unchecked.isAlive());
    unchecked.stop();
    assertThat(ends()).isEqualTo(before);

    new ResetViews(platform, InstantSource.system()).run();
    provisioning.check();
    StreamsApp again = views();
    again.start();
    awaitRollups(expected, before);
    again.stop();
  }

  private StreamsApp views() {
    return new StreamsApp("views", ViewsTopology.build(), ViewsSettings.of(platform));
  }

  /// Waits until what is on the topic comes to the same.
  ///
  /// @param from where to begin in a partition, if not at its beginning
  private void awaitRollups(Map<String, Rollup> expected, Map<TopicPartition, Long> from) {
    try (Consumer<String, Rollup> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      partitions.forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
      Map<String, Rollup> latest = new HashMap<>();
      await(
          () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> put(latest, record));
            return latest.equals(expected);
          });
    }
  }

  private static void put(Map<String, Rollup> latest, ConsumerRecord<String, Rollup> record) {
    assertThat(record.partition())
        .isEqualTo(WorkspacePartitioner.partition(record.key().getBytes(UTF_8), PARTITIONS));
    if (record.value() == null) {
      latest.remove(record.key());
    } else {
      latest.put(record.key(), record.value());
    }
  }

  private Map<TopicPartition, Long> ends() {
    try (Consumer<String, Rollup> consumer = consumer()) {
      return consumer.endOffsets(partitions(consumer));
    }
  }

  private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
    return consumer.partitionsFor(Topic.ROLLUPS.topicName()).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private void publish(List<Event> events) {
    try (Producer<String, Event> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ProducerConfig.PARTITIONER_CLASS_CONFIG,
                WorkspacePartitioner.class),
            new StringSerializer(),
            TopicSerdes.EVENTS.serializer())) {
      for (Event event : events) {
        Future<RecordMetadata> _ =
            producer.send(
                new ProducerRecord<>(
                    Topic.EVENTS.topicName(), RecordKeys.of(event.workspaceId()), event));
      }
    }
  }

  private Consumer<String, Rollup> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka.bootstrapServers(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed"),
        new StringDeserializer(),
        TopicSerdes.ROLLUPS.deserializer());
  }

  private static void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("deadline").isBefore(deadline);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}

package io.timeledger.bench.compare;

import io.timeledger.bench.load.LoadRequest;
import io.timeledger.bench.load.LoadResponse;
import io.timeledger.harness.Cluster;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The log alone: records as large as a command, from `acks=all` until they are consumed. Its
/// clients are part of the generator.
final class RawKafka implements SystemUnderTest, AutoCloseable {
  static final int RECORD_BYTES = 700;
  private static final String TOPIC = "bench.raw";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<Long, CompletableFuture<Boolean>> waiting = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong consumed = new AtomicLong();
  private final Supplier<Stream<ProcessHandle>> broker;
  private final KafkaProducer<byte[], byte[]> atOnce;
  private final KafkaProducer<byte[], byte[]> inBatches;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread reader = Thread.ofPlatform().name("raw-kafka").unstarted(this::read);

  RawKafka(String bootstrapServers, Supplier<Stream<ProcessHandle>> broker)
      throws ExecutionException, InterruptedException {
    this.broker = broker;
    Map<String, Object> servers = Map.of("bootstrap.servers", bootstrapServers);
    try (Admin admin = Admin.create(servers)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, Cluster.PARTITIONS, (short) 1))).all().get();
    }
    atOnce = producer(bootstrapServers, 0);
    inBatches = producer(bootstrapServers, 5);
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        IntStream.range(0, Cluster.PARTITIONS)
            .mapToObj(p -> new TopicPartition(TOPIC, p))
            .toList());
    consumer.seekToBeginning(consumer.assignment());
    reader.start();
  }

  private static KafkaProducer<byte[], byte[]> producer(String servers, int linger) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.LINGER_MS_CONFIG,
            linger),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  @Override
  public String name() {
    return "raw Kafka";
  }

  @Override
  public String meaning() {
    return "consumed";
  }

  @Override
  public Stream<ProcessHandle> processes() {
    return broker.get();
  }

  @Override
  public LoadRequest single() {
    return _ -> {
      long number = numbers.getAndIncrement();
      CompletableFuture<Boolean> arrival = new CompletableFuture<>();
      waiting.put(number, arrival);
      var _ = atOnce.send(record(number));
      arrival.get(30, TimeUnit.SECONDS);
      return LoadResponse.of(List.of());
    };
  }

  /// Maximum throughput in records per second, from the first sent to the last consumed.
  double throughput(Duration time) throws InterruptedException {
    long before = consumed.get();
    long first = numbers.get();
    long start = System.nanoTime();
    while (System.nanoTime() - start < time.toNanos()) {
      var _ = inBatches.send(record(numbers.getAndIncrement()));
    }
    inBatches.flush();
    long sent = numbers.get() - first;
    long flushed = System.nanoTime();
    while (consumed.get() - before < sent) {
      if (System.nanoTime() - flushed > PATIENCE.toNanos()) {
        throw new IllegalStateException(sent - consumed.get() + before + " records never came");
      }
      Thread.sleep(1);
    }
    return sent / ((System.nanoTime() - start) / 1e9);
  }

  private static ProducerRecord<byte[], byte[]> record(long number) {
    byte[] value = ByteBuffer.allocate(RECORD_BYTES).putLong(number).array();
    return new ProducerRecord<>(TOPIC, (int) (number % Cluster.PARTITIONS), null, value);
  }

  private void read() {
    try (consumer) {
      while (true) {
        for (ConsumerRecord<byte[], byte[]> arrived : consumer.poll(POLL)) {
          CompletableFuture<Boolean> arrival =
              waiting.remove(ByteBuffer.wrap(arrived.value()).getLong());
          if (arrival != null) {
            arrival.complete(true);
          }
          consumed.incrementAndGet();
        }
      }
    } catch (WakeupException e) {
      waiting.clear();
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    atOnce.close();
    inBatches.close();
  }
}

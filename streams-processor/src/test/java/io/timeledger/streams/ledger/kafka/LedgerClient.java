package io.timeledger.streams.ledger.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.json.CommandCodec;
import io.timeledger.schemas.json.ReplyCodec;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.WorkspacePartitioner;
import io.timeledger.schemas.reply.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Sends commands to a running ledger and reads what it commits.
public final class LedgerClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String bootstrapServers;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> replies;
  private final KafkaConsumer<String, byte[]> events;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  public LedgerClient(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "partitioner.class",
                WorkspacePartitioner.class.getName(),
                "acks",
                "all",
                "linger.ms",
                1),
            new StringSerializer(),
            new ByteArraySerializer());
    replies = consumer(Topic.REPLIES);
    replies.seekToEnd(replies.assignment());
    replies.assignment().forEach(replies::position);
    events = consumer(Topic.EVENTS);
    events.seekToBeginning(events.assignment());
  }

  public void send(CommandEnvelope command) {
    send(command.workspaceId().value(), command.id(), new CommandCodec().write(command));
  }

  public void send(String key, String commandId, byte[] value) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(Topic.COMMANDS.topicName(), key, value);
    message.headers().add(HeaderNames.COMMAND_ID, commandId.getBytes(UTF_8));
    message.headers().add(HeaderNames.API_INSTANCE, "test".getBytes(UTF_8));
    sent.add(producer.send(message));
  }

  /// The next replies, in their order.
  public List<Reply> replies(int count) {
    sent.forEach(LedgerClient::await);
    sent.clear();
    List<Reply> found = new ArrayList<>();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (found.size() < count) {
      for (ConsumerRecord<String, byte[]> message : replies.poll(Duration.ofMillis(100))) {
        found.add(new ReplyCodec().read(message.value()));
      }
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("replies: %d (expected: %d)".formatted(found.size(), count));
      }
    }
    return found;
  }

  /// All that is committed on the topic now.
  public List<ConsumerRecord<String, byte[]>> committed(Topic topic) {
    try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
      consumer.seekToBeginning(consumer.assignment());
      return toEnd(consumer);
    }
  }

  /// The events that are committed now and were not read by an earlier call.
  public List<ConsumerRecord<String, byte[]>> newEvents() {
    return toEnd(events);
  }

  private static List<ConsumerRecord<String, byte[]>> toEnd(
      KafkaConsumer<String, byte[]> consumer) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      consumer.poll(Duration.ofMillis(100)).forEach(found::add);
    }
    return found;
  }

  private KafkaConsumer<String, byte[]> consumer(Topic topic) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        consumer.partitionsFor(topic.topicName()).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList());
    return consumer;
  }

  private static void await(Future<RecordMetadata> future) {
    try {
      future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("a command was not taken", e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    replies.close();
    events.close();
  }
}

package io.timeledger.bench.reply;

import static java.util.Objects.requireNonNull;

import io.timeledger.runtime.kafka.KafkaConnection;
import io.timeledger.schemas.kafka.HeaderNames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Replies at once to every request, all that it read together in one transaction or without.
final class Responder implements AutoCloseable {
  private static final byte[] REPLY = new byte[900];
  private final Map<String, String> replyTopics;
  private final boolean transactional;
  private final KafkaProducer<String, byte[]> producer;
  private final PolledConsumer requests;

  Responder(
      KafkaConnection connection,
      Consumer<String, byte[]> consumer,
      List<TopicPair> pairs,
      boolean transactional) {
    this.replyTopics =
        pairs.stream().collect(Collectors.toMap(TopicPair::requests, TopicPair::replies));
    this.transactional = transactional;
    this.producer = producer(connection, transactional);
    if (transactional) {
      producer.initTransactions();
    }
    this.requests =
        PolledConsumer.start(
            "responder",
            consumer,
            pairs.stream()
                .flatMap(pair -> TopicPair.partitionsOf(pair.requests()).stream())
                .toList(),
            this::reply);
  }

  private static KafkaProducer<String, byte[]> producer(
      KafkaConnection connection, boolean transactional) {
    Map<String, Object> config = connection.settings();
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    if (transactional) {
      config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "responder");
    }
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  private void reply(ConsumerRecords<String, byte[]> records) {
    if (records.isEmpty()) {
      return;
    }
    if (transactional) {
      producer.beginTransaction();
    }
    for (ConsumerRecord<String, byte[]> request : records) {
      var _ = producer.send(replyTo(request));
    }
    if (transactional) {
      producer.commitTransaction();
    }
  }

  private ProducerRecord<String, byte[]> replyTo(ConsumerRecord<String, byte[]> request) {
    Headers headers = new RecordHeaders();
    headers.add(request.headers().lastHeader(HeaderNames.COMMAND_ID));
    headers.add(request.headers().lastHeader(HeaderNames.API_INSTANCE));
    return new ProducerRecord<>(
        requireNonNull(replyTopics.get(request.topic())),
        request.partition(),
        request.key(),
        REPLY,
        headers);
  }

  @Override
  public void close() {
    requests.close();
    producer.close(Duration.ofSeconds(5));
  }
}

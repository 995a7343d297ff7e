package io.timeledger.ingest.testkit;

import io.timeledger.schemas.command.ControlEnvelope;
import io.timeledger.schemas.json.MalformedException;
import io.timeledger.schemas.kafka.CodecSerde;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.WorkspacePartitioner;
import io.timeledger.schemas.reply.ControlReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.function.Function;
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

/// Answers every command on a topic, in the place of a service.
final class StandInResponder<E extends ControlEnvelope<?>, R extends ControlReply> {
  private final KafkaConsumer<String, byte[]> commands;
  private final KafkaProducer<String, byte[]> replies;
  private final Topic commandTopic;
  private final Topic replyTopic;
  private final CodecSerde<E> commandSerde;
  private final CodecSerde<R> replySerde;
  private final Function<E, R> service;
  private final Queue<E> asked = new ConcurrentLinkedQueue<>();
  private volatile boolean silent;

  StandInResponder(
      String servers,
      Topic commandTopic,
      CodecSerde<E> commandSerde,
      Topic replyTopic,
      CodecSerde<R> replySerde,
      Function<E, R> service) {
    this.commandTopic = commandTopic;
    this.replyTopic = replyTopic;
    this.commandSerde = commandSerde;
    this.replySerde = replySerde;
    this.service = service;
    commands =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    replies =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "partitioner.class",
                WorkspacePartitioner.class.getName()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  void start() {
    List<TopicPartition> partitions =
        commands.partitionsFor(commandTopic.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    commands.assign(partitions);
    commands.seekToEnd(partitions);
    partitions.forEach(commands::position);
    Thread.ofPlatform().name("stand-in-" + commandTopic).daemon().start(this::run);
  }

  /// All commands that it was asked, the first one first.
  Queue<E> asked() {
    return asked;
  }

  /// Answers nothing meanwhile, as if none were running.
  void whileSilent(Runnable work) {
    silent = true;
    try {
      work.run();
    } finally {
      silent = false;
    }
  }

  private void run() {
    while (true) {
      for (ConsumerRecord<String, byte[]> command : commands.poll(Duration.ofMillis(100))) {
        if (!silent) {
          answer(command);
        }
      }
    }
  }

  private void answer(ConsumerRecord<String, byte[]> message) {
    E command;
    try {
      command = commandSerde.codec().read(message.value());
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
    asked.add(command);
    if (message.headers().lastHeader(HeaderNames.API_INSTANCE) == null) {
      return; // nobody waits
    }
    ProducerRecord<String, byte[]> reply =
        new ProducerRecord<>(
            replyTopic.topicName(),
            message.key(),
            replySerde.codec().write(service.apply(command)));
    reply.headers().add(message.headers().lastHeader(HeaderNames.COMMAND_ID));
    reply.headers().add(message.headers().lastHeader(HeaderNames.API_INSTANCE));
    Future<RecordMetadata> _ = replies.send(reply);
  }
}

package io.timeledger.runtime.kafka.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.runtime.kafka.KafkaClientFactory;
import io.timeledger.runtime.kafka.KafkaConnection;
import io.timeledger.runtime.kafka.ServiceProducerFactory;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.Topic;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class TemplateRequestReplyIT {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final String SERVERS = TestPlatform.shared().bootstrapServers();

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final KafkaClientFactory clients =
      new KafkaClientFactory(KafkaConnection.to(SERVERS), null, registry);
  private final String requestTopic;
  private final String replyTopic;

  TemplateRequestReplyIT(TestInfo test) {
    requestTopic = test.getTestMethod().orElseThrow().getName() + ".requests";
    replyTopic = test.getTestMethod().orElseThrow().getName() + ".replies";
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  @Test
  void ofTwoRequestsWithOneIdEachGetsItsOwnReply() throws Exception {
    createTopics(2);
    Consumer<String, byte[]> responder = reader(requestTopic, 2);
    TemplateRequestReply requests = started(2);

    CompletableFuture<List<RequestOutcome>> outcomes =
        CompletableFuture.supplyAsync(
            () -> requests.ask(List.of(request("same", "a"), request("same", "b")), LONG));
    List<ConsumerRecord<String, byte[]>> read = read(responder, 2);
    Producer<String, byte[]> replies = producer("replies");
    Future<RecordMetadata> _ = replies.send(reply("api_2/1", "not for this instance"));
    Future<RecordMetadata> _ =
        replies.send(new ProducerRecord<>(replyTopic, "ws", "of nobody".getBytes(UTF_8)));
    for (ConsumerRecord<String, byte[]> request : read.reversed()) {
      Future<RecordMetadata> _ =
          replies.send(reply(header(request), "to " + new String(request.value(), UTF_8)));
    }

    assertThat(outcomes.get(30, TimeUnit.SECONDS))
        .extracting(TemplateRequestReplyIT::text)
        .containsExactly("to a", "to b");
    assertThat(read).extracting(TemplateRequestReplyIT::header).doesNotHaveDuplicates();
  }

  @Test
  void addsItsAddressToTheRequestAndNothingElse() throws Exception {
    createTopics(1);
    Consumer<String, byte[]> responder = reader(requestTopic, 1);
    TemplateRequestReply requests = started(1);

    assertThat(requests.ask(List.of(request("id", "a")), SHORT))
        .containsExactly(new RequestOutcome.Pending());

    assertThat(read(responder, 1).getFirst().headers())
        .extracting(Header::key)
        .containsExactlyInAnyOrder(HeaderNames.COMMAND_ID, HeaderNames.API_INSTANCE);
  }

  @Test
  void seesCommittedRepliesOnly() throws Exception {
    createTopics(1);
    Consumer<String, byte[]> responder = reader(requestTopic, 1);
    TemplateRequestReply requests = started(1);

    CompletableFuture<List<RequestOutcome>> outcome =
        CompletableFuture.supplyAsync(() -> requests.ask(List.of(request("id", "a")), LONG));
    String address = header(read(responder, 1).getFirst());
    KafkaProducer<String, byte[]> replies = transactionalProducer();
    replies.beginTransaction();
    Future<RecordMetadata> _ = replies.send(reply(address, "aborted"));
    replies.flush();
    replies.abortTransaction();
    replies.beginTransaction();
    Future<RecordMetadata> _ = replies.send(reply(address, "committed"));
    replies.commitTransaction();

    assertThat(text(outcome.get(30, TimeUnit.SECONDS).getFirst())).isEqualTo("committed");
  }

  @Test
  void doesNotSendWhatIsTooLarge() throws Exception {
    createTopics(1);
    TemplateRequestReply requests = started(1);
    ProducerRecord<String, byte[]> large =
        new ProducerRecord<>(requestTopic, "ws", new byte[Topic.MAX_RECORD_BYTES + 1]);
    ProducerRecord<String, byte[]> largeWithHeaders =
        new ProducerRecord<>(requestTopic, "ws", new byte[Topic.MAX_RECORD_BYTES]);

    assertThat(requests.ask(List.of(large, largeWithHeaders), SHORT))
        .containsExactly(new RequestOutcome.TooLarge(), new RequestOutcome.TooLarge());
  }

  @Test
  void waitsForItsTopic() throws Exception {
    TemplateRequestReply requests = starting(1);

    assertThat(requests.ask(List.of(request("id", "a")), SHORT))
        .containsExactly(new RequestOutcome.Unavailable());
    createTopics(1);

    await().atMost(LONG).until(requests::isPositioned);
  }

  @Test
  void doesNotReadATopicWithAnotherNumberOfPartitions() throws Exception {
    createTopics(2);
    AtomicInteger attempts = new AtomicInteger();
    TemplateRequestReply requests =
        starting(
            1,
            () -> {
              attempts.incrementAndGet();
              return clients.reader("template", "latest", Map.of());
            },
            clients);

    await().atMost(LONG).until(() -> attempts.get() > 2);

    assertThat(requests.isPositioned()).isFalse();
  }

  @Test
  void goesOnWhereItWasWhenTheBrokerIsBack(@TempDir Path other) throws Exception {
    EmbeddedKafka broker = EmbeddedKafka.start(EmbeddedKafka.Config.in(other));
    String servers = broker.bootstrapServers();
    int port = Integer.parseInt(servers.substring(servers.indexOf(':') + 1));
    KafkaClientFactory its =
        new KafkaClientFactory(KafkaConnection.to(servers), null, new SimpleMeterRegistry());
    try {
      createTopics(its, 1);
      TemplateRequestReply requests = starting(its, 1);
      await().atMost(LONG).until(requests::isPositioned);
      broker.close();

      assertThat(requests.ask(List.of(request("id", "lost")), SHORT))
          .containsExactly(new RequestOutcome.Unavailable());

      broker = EmbeddedKafka.start(new EmbeddedKafka.Config(other, port));
      Consumer<String, byte[]> responder = reader(its, requestTopic, 1);
      CompletableFuture<List<RequestOutcome>> outcome =
          CompletableFuture.supplyAsync(() -> requests.ask(List.of(request("id", "a")), LONG));
      ConsumerRecord<String, byte[]> last = read(responder, 1).getLast();
      while (!new String(last.value(), UTF_8).equals("a")) {
        last = read(responder, 1).getLast();
      }
      Future<RecordMetadata> _ = producer(its, "replies").send(reply(header(last), "back"));
      assertThat(text(outcome.get(30, TimeUnit.SECONDS).getFirst())).isEqualTo("back");
    } finally {
      close();
      open.clear();
      broker.close();
    }
  }

  @Test
  void readsOnAfterAnErrorThatEndsItsContainer() throws Exception {
    createTopics(1);
    AtomicBoolean fails = new AtomicBoolean();
    TemplateRequestReply requests =
        starting(
            1, () -> fencedWhen(fails, clients.reader("template", "latest", Map.of())), clients);
    await().atMost(LONG).until(requests::isPositioned);

    fails.set(true);
    await().atMost(LONG).until(() -> !requests.isPositioned());
    await().atMost(LONG).until(requests::isPositioned);

    Consumer<String, byte[]> responder = reader(requestTopic, 1);
    CompletableFuture<List<RequestOutcome>> outcome =
        CompletableFuture.supplyAsync(() -> requests.ask(List.of(request("id", "a")), LONG));
    Future<RecordMetadata> _ =
        producer("replies").send(reply(header(read(responder, 1).getFirst()), "back"));
    assertThat(text(outcome.get(30, TimeUnit.SECONDS).getFirst())).isEqualTo("back");
  }

  /// Its next poll fails in a way that spring-kafka does not retry.
  @SuppressWarnings("unchecked")
  private static Consumer<String, byte[]> fencedWhen(
      AtomicBoolean fails, Consumer<String, byte[]> consumer) {
    return (Consumer<String, byte[]>)
        Proxy.newProxyInstance(
            Consumer.class.getClassLoader(),
            new Class<?>[] {Consumer.class},
            (_, method, arguments) -> {
              if (method.getName().equals("poll") && fails.getAndSet(false)) {
                throw new FencedInstanceIdException("for the test");
              }
              try {
                return method.invoke(consumer, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void publishesMetricsOfItsClientsUntilItStops() throws Exception {
    createTopics(1);
    TemplateRequestReply requests = started(1);
    requests.ask(List.of(request("id", "a")), SHORT);
    assertThat(registry.find("kafka.consumer.connection.count").meters()).isNotEmpty();
    assertThat(registry.find("kafka.producer.connection.count").meters()).isNotEmpty();

    requests.stop();

    assertThat(requests.isPositioned()).isFalse();
    assertThat(requests.isRunning()).isFalse();
    assertThat(registry.getMeters()).isEmpty();
  }

  private TemplateRequestReply started(int partitions) throws InterruptedException {
    TemplateRequestReply requests = starting(partitions);
    await().atMost(LONG).until(requests::isPositioned);
    return requests;
  }

  private TemplateRequestReply starting(int partitions) {
    return starting(clients, partitions);
  }

  private TemplateRequestReply starting(KafkaClientFactory from, int partitions) {
    return starting(
        partitions,
        () -> from.reader("template", "latest", Map.of("default.api.timeout.ms", 10_000)),
        from);
  }

  private TemplateRequestReply starting(
      int partitions, Supplier<Consumer<String, byte[]>> consumers, KafkaClientFactory from) {
    TemplateRequestReply requests =
        new TemplateRequestReply(
            "api_1",
            "template",
            replyTopic,
            partitions,
            new ServiceProducerFactory(
                () -> from.producer("template", Duration.ofSeconds(3), Duration.ofSeconds(5)),
                Duration.ofSeconds(2)),
            consumers);
    requests.start();
    open.add(requests::stop);
    return requests;
  }

  private void createTopics(int partitions) throws Exception {
    createTopics(clients, partitions);
  }

  private void createTopics(KafkaClientFactory from, int partitions) throws Exception {
    try (Admin admin = from.admin("admin")) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(requestTopic, partitions, (short) 1),
                  new NewTopic(replyTopic, partitions, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
  }

  private Consumer<String, byte[]> reader(String topic, int partitions) {
    return reader(clients, topic, partitions);
  }

  private Consumer<String, byte[]> reader(KafkaClientFactory from, String topic, int partitions) {
    Consumer<String, byte[]> reader = from.reader("responder", "earliest", Map.of());
    open.add(reader);
    List<TopicPartition> all = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      all.add(new TopicPartition(topic, i));
    }
    reader.assign(all);
    reader.seekToBeginning(all);
    return reader;
  }

  private Producer<String, byte[]> producer(String name) {
    return producer(clients, name);
  }

  private Producer<String, byte[]> producer(KafkaClientFactory from, String name) {
    Producer<String, byte[]> producer = from.producer(name, LONG, LONG);
    open.add(producer);
    return producer;
  }

  private KafkaProducer<String, byte[]> transactionalProducer() {
    KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", SERVERS, "transactional.id", "responder"),
            new StringSerializer(),
            new ByteArraySerializer());
    open.add(producer);
    producer.initTransactions();
    return producer;
  }

  private static List<ConsumerRecord<String, byte[]>> read(
      Consumer<String, byte[]> from, int count) {
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    long deadline = System.nanoTime() + LONG.toNanos();
    while (all.size() < count) {
      from.poll(Duration.ofMillis(100)).forEach(all::add);
      assertThat(System.nanoTime()).isLessThan(deadline);
    }
    return all;
  }

  private ProducerRecord<String, byte[]> request(String id, String value) {
    ProducerRecord<String, byte[]> request =
        new ProducerRecord<>(requestTopic, "ws", value.getBytes(UTF_8));
    request.headers().add(HeaderNames.COMMAND_ID, id.getBytes(UTF_8));
    return request;
  }

  private ProducerRecord<String, byte[]> reply(String address, String value) {
    ProducerRecord<String, byte[]> reply =
        new ProducerRecord<>(replyTopic, "ws", value.getBytes(UTF_8));
    reply.headers().add(HeaderNames.API_INSTANCE, address.getBytes(UTF_8));
    return reply;
  }

  private static String header(ConsumerRecord<String, byte[]> from) {
    return new String(from.headers().lastHeader(HeaderNames.API_INSTANCE).value(), UTF_8);
  }

  private static String text(RequestOutcome outcome) {
    return outcome instanceof RequestOutcome.Replied(var reply)
        ? new String(reply.value(), UTF_8)
        : outcome.toString();
  }
}

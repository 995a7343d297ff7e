package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.KafkaLogins;
import io.timeledger.runtime.kafka.KafkaConnection;
import io.timeledger.schemas.kafka.KafkaUser;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.StreamsProcessor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What each user may do at a locked broker, and what it is refused.
class KafkaDoorsIT {
  private static final String NO_TOPIC = "TopicAuthorizationException";
  private static final String NO_GROUP = "GroupAuthorizationException";
  private static final String NO_TRANSACTION = "TransactionalIdAuthorizationException";
  private static final String NO_CLUSTER = "ClusterAuthorizationException";
  private static final int PATIENCE_SECONDS = 30;
  private static final List<String> GROUPS =
      List.of(
          "timeledger-ledger",
          "timeledger-views",
          "timeledger-projector",
          "timeledger-projector-private",
          "timeledger-webhooks",
          "timeledger-calendar",
          "bi-dashboards",
          "somebody-elses");

  @TempDir private Path folder;
  private final DoorTable answers = new DoorTable();
  private KafkaLogins logins;
  private EmbeddedKafka kafka;

  @BeforeEach
  void start() {
    logins = new KafkaLogins(folder.resolve("logins"));
    kafka = EmbeddedKafka.start(EmbeddedKafka.Config.in(folder.resolve("kafka")).locked(logins));
    StreamsProcessor.main(
        new String[] {
          "provision",
          "--timeledger.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
          "--timeledger.kafka.properties-file=" + logins.file(KafkaUser.STREAMS_PROCESSOR),
          "--timeledger.partitions=1",
          "--timeledger.replication-factor=1"
        });
    fillTopics();
  }

  /// A reader that is let in finds something: without it, one that is refused late would look the
  /// same as one that waits.
  private void fillTopics() {
    Map<String, Object> settings = logins.administrator();
    settings.put("bootstrap.servers", kafka.bootstrapServers());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (Topic topic : Topic.values()) {
        Future<RecordMetadata> _ =
            producer.send(new ProducerRecord<>(topic.topicName(), 0, new byte[1], new byte[1]));
      }
    }
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @Test
  void eachUserMayDoItsWorkAndNoMore() {
    for (KafkaUser user : KafkaUser.values()) {
      reads(user);
      writes(user);
      groups(user);
      administers(user);
    }
    transactions(KafkaUser.STREAMS_PROCESSOR, "timeledger-ledger-1", "ok");
    transactions(KafkaUser.STREAMS_PROCESSOR, "timeledger-views-1", "ok");
    transactions(KafkaUser.STREAMS_PROCESSOR, "another-1", NO_TRANSACTION);
    transactions(KafkaUser.INGEST_API, "timeledger-ledger-1", NO_TRANSACTION);
    transactions(KafkaUser.WEBHOOK_DISPATCHER, "timeledger-ledger-1", NO_TRANSACTION);
    transactions(KafkaUser.CALENDAR_CONNECTOR, "timeledger-ledger-1", NO_TRANSACTION);
    transactions(KafkaUser.BI, "timeledger-ledger-1", NO_TRANSACTION);

    answers.print("Kafka");
    answers.assertAsExpected();
  }

  @Test
  void letsNobodyInWithoutAPasswordOrWithAnotherOnes() {
    Map<String, Object> client =
        new HashMap<>(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    client.put("default.api.timeout.ms", 5000);
    client.put("request.timeout.ms", 2000);
    answers.add("nobody", "see topics", "TimeoutException", listing(client));
    client.putAll(logins.of(KafkaUser.BI));
    answers.add("bi", "see topics", "ok", listing(client));
    client.put(
        "sasl.jaas.config",
        String.valueOf(client.get("sasl.jaas.config")).replace("\"bi\"", "\"ingest-api\""));
    answers.add(
        "bi", "be ingest-api by its own password", "SaslAuthenticationException", listing(client));

    answers.print("Kafka, at the door");
    answers.assertAsExpected();
  }

  @Test
  void neitherBrokerNorClientsPutAPasswordInTheirLog() {
    kafka.close();
    try (LogLines log = LogLines.collect(Level.INFO)) { // as much as a service says by default
      kafka = EmbeddedKafka.start(EmbeddedKafka.Config.in(folder.resolve("kafka")).locked(logins));
      assertThat(answer(() -> read(KafkaUser.BI, Topic.EVENTS))).isEqualTo("ok");
      transactions(KafkaUser.STREAMS_PROCESSOR, "timeledger-ledger-1", "ok");

      assertThat(log.lines())
          .anyMatch(line -> line.contains("ConsumerConfig values"))
          .anyMatch(line -> line.contains("ProducerConfig values"))
          .anyMatch(line -> line.contains("KafkaConfig values"));
      for (KafkaUser user : KafkaUser.values()) {
        assertThat(log.lines()).noneMatch(line -> line.contains(logins.password(user)));
      }
    }
  }

  @Test
  void keepsItsUsersOverARestart() {
    kafka.close();
    kafka = EmbeddedKafka.start(EmbeddedKafka.Config.in(folder.resolve("kafka")).locked(logins));

    assertThat(answer(() -> read(KafkaUser.BI, Topic.EVENTS))).isEqualTo("ok");
    assertThat(answer(() -> read(KafkaUser.BI, Topic.SECRETS))).isEqualTo(NO_TOPIC);
  }

  private void reads(KafkaUser user) {
    for (Topic topic : Topic.values()) {
      answers.add(
          user.userName(),
          "read " + topic.topicName(),
          user.reads().contains(topic) ? "ok" : NO_TOPIC,
          answer(() -> read(user, topic)));
    }
  }

  private void writes(KafkaUser user) {
    Map<String, Object> settings = client(user);
    // the right to write a topic includes idempotent writes
    settings.put("enable.idempotence", !user.writes().isEmpty());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (Topic topic : Topic.values()) {
        answers.add(
            user.userName(),
            "write " + topic.topicName(),
            user.writes().contains(topic) ? "ok" : NO_TOPIC,
            answer(
                () ->
                    producer
                        .send(new ProducerRecord<>(topic.topicName(), 0, new byte[1], new byte[1]))
                        .get(30, TimeUnit.SECONDS)));
      }
    }
  }

  private void groups(KafkaUser user) {
    for (String group : GROUPS) {
      boolean isItsOwn =
          switch (user) {
            case INGEST_API -> false;
            case STREAMS_PROCESSOR ->
                group.startsWith("timeledger-")
                    && !Set.of("timeledger-webhooks", "timeledger-calendar").contains(group);
            case WEBHOOK_DISPATCHER -> group.equals("timeledger-webhooks");
            case CALENDAR_CONNECTOR -> group.equals("timeledger-calendar");
            case BI -> group.startsWith("bi-");
          };
      answers.add(
          user.userName(),
          "use group " + group,
          isItsOwn ? "ok" : NO_GROUP,
          answer(() -> join(user, group)));
    }
  }

  private void administers(KafkaUser user) {
    boolean isStreams = user == KafkaUser.STREAMS_PROCESSOR;
    try (Admin admin = Admin.create(client(user))) {
      create(admin, user, "another.v1", NO_TOPIC);
      create(admin, user, "timeledger-views-x-changelog", isStreams ? "ok" : NO_TOPIC);
      answers.add(
          user.userName(),
          "delete time.events.v1",
          NO_TOPIC,
          answer(
              () ->
                  admin
                      .deleteTopics(List.of(Topic.EVENTS.topicName()))
                      .all()
                      .get(30, TimeUnit.SECONDS)));
      answers.add(
          user.userName(),
          "change who may do what",
          NO_CLUSTER,
          answer(() -> admin.createAcls(user.acls()).all().get(30, TimeUnit.SECONDS)));
      answers.add(
          user.userName(),
          "see who may sign in",
          NO_CLUSTER,
          answer(() -> admin.describeUserScramCredentials().all().get(30, TimeUnit.SECONDS)));
    }
  }

  private void create(Admin admin, KafkaUser user, String topic, String expected) {
    answers.add(
        user.userName(),
        "create " + topic,
        expected,
        answer(
            () ->
                admin
                    .createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS)));
  }

  private void transactions(KafkaUser user, String id, String expected) {
    Map<String, Object> settings = client(user);
    settings.put("transactional.id", id);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      answers.add(
          user.userName(), "transaction " + id, expected, answer(producer::initTransactions));
    }
  }

  private void read(KafkaUser user, Topic topic) {
    TopicPartition partition = new TopicPartition(topic.topicName(), 0);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(client(user))) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      for (int i = 0; i < PATIENCE_SECONDS; i++) {
        if (!consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
          return;
        }
      }
      throw new AssertionError("neither a record nor a refusal");
    }
  }

  private void join(KafkaUser user, String group) {
    Map<String, Object> settings = client(user);
    settings.put("group.id", group);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(settings)) {
      consumer.committed(Set.of(new TopicPartition(Topic.EVENTS.topicName(), 0)));
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /// As a service has it: by its file.
  private Map<String, Object> client(KafkaUser user) {
    return new TreeMap<>(
        new KafkaConnection(kafka.bootstrapServers(), logins.file(user)).settings());
  }

  private static String listing(Map<String, Object> client) {
    try (Admin admin = Admin.create(client)) {
      return answer(() -> admin.listTopics().names().get(30, TimeUnit.SECONDS));
    }
  }

  private interface Attempt {
    void run() throws Exception;
  }

  private static String answer(Attempt attempt) {
    try {
      attempt.run();
      return "ok";
    } catch (ExecutionException e) {
      return name(e.getCause());
    } catch (KafkaException e) {
      return name(e);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /// Some refusals come inside of another exception.
  private static String name(@Nullable Throwable refusal) {
    return Stream.iterate(refusal, Objects::nonNull, Throwable::getCause)
        .filter(cause -> cause.getClass() != KafkaException.class)
        .map(cause -> cause.getClass().getSimpleName())
        .findFirst()
        .orElse("KafkaException");
  }
}

package io.timeledger.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.kafka.WorkspacePartitioner;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.TokenKind;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.restricted.TokenRecord;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// No ledger answers, no database is there, and at last no log either.
class TroubleIT {
  private static final int PARTITIONS = 2;
  private static final String SECRET = "secret-of-a-test";
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_trouble");
  private static final UserId USER = new UserId("u_1");
  private static final TokenId TOKEN = new TokenId("tok_1");
  private static final String BODY = "{\"log_date\": \"2026-04-29\", \"hours\": 1}";

  @Test
  void saysWhatIsWrongAndWhatBecameOfTheRequest(@TempDir Path folder) throws Exception {
    EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Config.in(folder));
    try {
      prepare(kafka.bootstrapServers());
      try (ConfigurableApplicationContext api = start(kafka.bootstrapServers())) {
        ApiClient client = RunningPlatform.client(api).as("tlp_1_" + SECRET);
        RunningPlatform.awaitReady(client);

        workspacesAreAbsentWithoutAnOperator(client);
        pendingIsAnsweredWithThePlaceToAsk(client);
        readsAreUnavailableWithoutTheDatabase(client);
        kafka.close();
        writesAreUnavailableWithoutTheLog(client);
      }
    } finally {
      kafka.close();
    }
  }

  private static void workspacesAreAbsentWithoutAnOperator(ApiClient client) {
    Answer absent = client.as("").post("/api/v1/workspaces", "{\"id\": \"ws_x\"}");

    assertThat(absent.status()).isEqualTo(404);
    assertThat(absent.errorCode()).isEqualTo("not_found");
  }

  private static void pendingIsAnsweredWithThePlaceToAsk(ApiClient client) {
    assertThat(client.get("/api/v1/me").status()).isEqualTo(200);

    Answer pending = client.post("/api/v1/time-entries", BODY, "Idempotency-Key", "k");

    assertThat(pending.status()).isEqualTo(202);
    assertThat(pending.data().required("status").asString()).isEqualTo("pending");
    String id = pending.data().required("command_id").asString();
    assertThat(pending.header("Location")).contains("/api/v1/commands/" + id);
  }

  private static void readsAreUnavailableWithoutTheDatabase(ApiClient client) {
    Answer read = client.get("/api/v1/time-entries");

    assertThat(read.status()).isEqualTo(503);
    assertThat(read.errorCode()).isEqualTo("read_model_unavailable");
    assertThat(read.header("Retry-After")).isPresent();
    assertThat(client.get("/health/ready").status()).isEqualTo(200);
  }

  private static void writesAreUnavailableWithoutTheLog(ApiClient client) {
    Answer write = client.post("/api/v1/time-entries", BODY);

    assertThat(write.status()).isEqualTo(503);
    assertThat(write.errorCode()).isEqualTo("log_unavailable");
    assertThat(write.header("Retry-After")).isPresent();
  }

  private static ConfigurableApplicationContext start(String servers) {
    return IngestApi.application()
        .run(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--timeledger.kafka.bootstrap-servers=" + servers,
            "--timeledger.partitions=" + PARTITIONS,
            "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
            "--spring.datasource.hikari.connection-timeout=500",
            "--spring.datasource.username=none",
            "--spring.datasource.password=none");
  }

  private static void prepare(String servers) throws Exception {
    Map<String, Object> config = Map.of("bootstrap.servers", servers);
    try (Admin admin = Admin.create(config)) {
      admin.createTopics(Topic.declarations(PARTITIONS, (short) 1)).all().get(30, TimeUnit.SECONDS);
    }
    Map<String, Object> producing =
        Map.of(
            "bootstrap.servers",
            servers,
            "partitioner.class",
            WorkspacePartitioner.class.getName());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(producing, new StringSerializer(), new ByteArraySerializer())) {
      String hash =
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(UTF_8)));
      TokenRecord token =
          new TokenRecord(TOKEN, WORKSPACE, USER, hash, Set.of(), false, null, TokenKind.ACCESS);
      MemberProfile member =
          new MemberProfile(
              WORKSPACE, USER, "Ann", null, Role.OWNER, ZoneOffset.UTC, List.of(), true, null, 1);
      producer
          .send(
              new ProducerRecord<>(
                  Topic.TOKENS.topicName(),
                  RecordKeys.of(WORKSPACE, TOKEN),
                  TopicSerdes.TOKENS.codec().write(token)))
          .get(30, TimeUnit.SECONDS);
      producer
          .send(
              new ProducerRecord<>(
                  Topic.MEMBERS.topicName(),
                  RecordKeys.of(WORKSPACE, USER),
                  TopicSerdes.MEMBERS.codec().write(member)))
          .get(30, TimeUnit.SECONDS);
    }
  }
}

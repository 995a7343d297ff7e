package io.timeledger.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.restricted.WebhookSecrets;
import io.timeledger.schemas.secret.SealContext;
import io.timeledger.schemas.secret.SealingKey;
import io.timeledger.schemas.secret.Vault;
import io.timeledger.schemas.webhook.DispatchCommand.Replay;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class WebhookIT {
  private static final String HOOKS = "/api/v1/time/webhooks";
  private static final String BODY =
      "{\"url\": \"https://example.com/hook\", \"events\": [\"timesheet.approved\"]}";
  private final RunningPlatform platform = RunningPlatform.shared();
  private final TestWorkspace workspace = platform.newWorkspace();
  private final ApiClient owner = workspace.owner();

  @Test
  void showsTheSecretOnceAndToTheOneWhoMadeIt() {
    Answer created = owner.post(HOOKS, BODY, "Idempotency-Key", "k").requireStatus(201);
    JsonNode hook = created.data();

    assertThat(hook.required("secret").asString()).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(hook.required("enabled").asBoolean()).isTrue();
    assertThat(hook.required("events").get(0).asString()).isEqualTo("timesheet.approved");
    Answer again = owner.post(HOOKS, BODY, "Idempotency-Key", "k").requireStatus(201);
    assertThat(again.data().required("id")).isEqualTo(hook.required("id"));
    assertThat(again.data().required("secret").isNull()).isTrue();
    assertThat(again.data().required("secret_already_shown").asBoolean()).isTrue();
    Answer found = owner.get(HOOKS + "/" + hook.required("id").asString()).requireStatus(200);
    assertThat(found.data().has("secret")).isFalse();
    assertThat(found.data().required("url").asString()).isEqualTo("https://example.com/hook");
  }

  @Test
  void servesZapierByAPersonalAccessToken() {
    ApiClient zapier = workspace.token("{\"name\": \"zapier\", \"scopes\": [\"time:webhooks\"]}");

    Answer created = zapier.post(HOOKS, BODY).requireStatus(201);
    String id = created.data().required("id").asString();

    assertThat(zapier.delete(HOOKS + "/" + id).requireStatus(200).data().required("deleted_at"))
        .isNotNull();
    assertThat(zapier.get(HOOKS).requireStatus(200).data()).isEmpty();
    assertThat(zapier.delete(HOOKS + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void keepsSecretsSealedAndNowhereElse() {
    String own = "my-very-own-secret-" + workspace.id();
    String header = "header-value-" + workspace.id();
    JsonNode hook =
        owner
            .post(
                HOOKS,
                """
                {"url": "https://example.com/hook", "events": ["*"], "secret": "%s",
                 "custom_headers": {"X-Api-Key": "%s"}}
                """
                    .formatted(own, header))
            .requireStatus(201)
            .data();
    assertThat(hook.required("secret").asString()).isEqualTo(own);
    String id = hook.required("id").asString();
    String rotated =
        owner
            .post(HOOKS + "/" + id + "/secret/rotate", "{\"grace_seconds\": 60}")
            .requireStatus(200)
            .data()
            .required("secret")
            .asString();

    List<String> secrets = List.of(own, header, rotated);
    assertThat(logged(own)).as("on any topic").isEmpty();
    assertThat(logged(header)).as("on any topic").isEmpty();
    assertThat(logged(rotated)).as("on any topic").isEmpty();
    String shown =
        owner.get(HOOKS + "/" + id).body()
            + owner.get(HOOKS).body()
            + owner.get("/api/v1/changes").body()
            + owner.get("/api/v1/audit").body();
    assertThat(shown).contains("X-Api-Key").doesNotContain(secrets);
    assertThat(stored(id)).doesNotContain(secrets);
    assertThat(opened(id)).containsExactly(own, rotated, header);
  }

  @Test
  void rotatesAndPromotes() {
    String id = owner.post(HOOKS, BODY).data().required("id").asString();
    String rotate = HOOKS + "/" + id + "/secret/rotate";

    Answer first = owner.post(rotate, "{}", "Idempotency-Key", "r").requireStatus(200);
    Answer again = owner.post(rotate, "{}", "Idempotency-Key", "r").requireStatus(200);

    assertThat(first.data().required("secret").asString()).startsWith("whsec_");
    assertThat(again.data().required("secret").isNull()).isTrue();
    assertThat(first.data().at("/secrets/1/role").asString()).isEqualTo("secondary");
    assertThat(first.data().at("/secrets/0/expires_at").isNull()).isFalse();
    Answer promoted = owner.post(HOOKS + "/" + id + "/secret/promote").requireStatus(200);
    assertThat(promoted.data().at("/secrets/1/role").asString()).isEqualTo("primary");
    assertThat(owner.post(rotate, "{\"grace_seconds\": 604801}").errorCode())
        .isEqualTo("validation_failed");
    assertThat(owner.post(rotate, "{\"secret\": \"short\"}").errorCode())
        .isEqualTo("validation_failed");
  }

  @Test
  void refusesAStandardSecretThatNoLibraryReads() {
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    String rotate = HOOKS + "/" + owner.post(HOOKS, BODY).data().required("id").asString();
    for (String wrong :
        List.of(
            "my-own-signing-secret",
            key.replace("=", ""),
            key.replace("A=", "B="),
            key.replace('A', '-'),
            Base64.getEncoder().encodeToString(new byte[23]),
            Base64.getEncoder().encodeToString(new byte[65]))) {
      String secret = "\"secret\": \"whsec_" + wrong + "\"";
      for (Answer refused :
          List.of(
              owner.post(HOOKS, BODY.replaceFirst("\\{", "{" + secret + ",")),
              owner.post(rotate + "/secret/rotate", "{" + secret + "}"))) {
        assertThat(refused.errorCode()).as(wrong).isEqualTo("validation_failed");
        assertThat(refused.body()).contains("\"field\":\"secret\"", "base64 of 24 to 64 bytes");
      }
    }
    owner.post(rotate + "/secret/rotate", "{\"secret\": \"whsec_" + key + "\"}").requireStatus(200);
  }

  @Test
  void keepsAnInternationalizedHostInItsAsciiForm() {
    String url = "https://b\u00fccher.example/hook";
    Answer made =
        owner.post(HOOKS, BODY.replace("https://example.com/hook", url)).requireStatus(201);
    String hook = HOOKS + "/" + made.data().required("id").asString();

    assertThat(made.data().required("url").asString())
        .isEqualTo("https://xn--bcher-kva.example/hook");
    Answer moved =
        owner.patch(hook, "{\"url\": \"https://stra\u00dfe.example/\"}").requireStatus(200);
    assertThat(moved.data().required("url").asString()).isEqualTo("https://xn--strae-oqa.example/");
    assertThat(owner.get(hook).data().required("url")).isEqualTo(moved.data().required("url"));
    assertThat(owner.patch(hook, "{\"url\": \"https://my_host.example/\"}").body())
        .contains("\"field\":\"url\"", "underscore");
  }

  @Test
  void pausesAndResumesAndAuditsIt() {
    String id = owner.post(HOOKS, BODY).data().required("id").asString();

    Answer paused = owner.patch(HOOKS + "/" + id, "{\"enabled\": false}").requireStatus(200);
    assertThat(paused.data().required("disabled_reason").asString()).isEqualTo("paused");
    assertThat(
            owner
                .send("PATCH", HOOKS + "/" + id, "{\"enabled\": true}", "If-Match", "\"1\"")
                .errorCode())
        .isEqualTo("version_mismatch");
    owner.patch(HOOKS + "/" + id, "{\"enabled\": true}").requireStatus(200);
    owner.delete(HOOKS + "/" + id).requireStatus(200);

    JsonNode audit = owner.get("/api/v1/audit?entity_type=time_webhook").requireStatus(200).data();
    assertThat(audit.valueStream().map(entry -> entry.required("action").asString()))
        .containsExactlyInAnyOrder(
            "time_webhook.upserted",
            "time_webhook.upserted",
            "time_webhook.upserted",
            "time_webhook.deleted");
  }

  @Test
  void refusesUrlsThatLeadInside() {
    for (String url : List.of("http://example.com/", "https://127.0.0.1/", "https://db.local/")) {
      Answer refused = owner.post(HOOKS, BODY.replace("https://example.com/hook", url));
      assertThat(refused.errorCode()).as(url).isEqualTo("validation_failed");
      assertThat(refused.body()).contains("\"field\":\"url\"");
    }
    String id = owner.post(HOOKS, BODY).data().required("id").asString();
    assertThat(owner.patch(HOOKS + "/" + id, "{\"url\": \"https://10.0.0.1/\"}").errorCode())
        .isEqualTo("validation_failed");
  }

  @Test
  void takesNoSecretsWithoutAKeyToKeepThem() {
    try (ConfigurableApplicationContext keyless = platform.startApi("--timeledger.secrets.keys=")) {
      RunningPlatform.awaitReady(RunningPlatform.client(keyless));
      ApiClient client = RunningPlatform.client(keyless).as(Objects.requireNonNull(owner.token()));

      Answer refused = client.post(HOOKS, BODY);

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.errorCode()).isEqualTo("secrets_unavailable");
      assertThat(client.get(HOOKS).status()).isEqualTo(200);
    }
  }

  @Test
  void answersATestWithItsAttempt() {
    String id = owner.post(HOOKS, BODY).data().required("id").asString();

    JsonNode delivery = owner.post(HOOKS + "/" + id + "/test").requireStatus(201).data();

    assertThat(delivery.required("trigger").asString()).isEqualTo("test");
    assertThat(delivery.at("/attempts/0/status_code").asInt()).isEqualTo(200);
    assertThat(delivery.at("/attempts/0/response_body").asString()).isEqualTo("ok");
    assertThat(delivery.required("attempt_count").asInt()).isEqualTo(1);
  }

  @Test
  void saysSoWhenNoDispatcherAnswers() {
    String id = owner.post(HOOKS, BODY).data().required("id").asString();

    platform
        .dispatcher()
        .whileSilent(
            () ->
                assertThat(owner.post(HOOKS + "/" + id + "/test").requireStatus(503).errorCode())
                    .isEqualTo("dispatcher_unavailable"));
  }

  @Test
  void listsDeliveriesByPagesAndFilters() {
    String id = owner.post(HOOKS, BODY).data().required("id").asString();
    for (int i = 0; i < 5; i++) {
      platform.dispatcher().deliver(workspace.id(), id, "dlv_" + id + i, "event");
    }
    String log = HOOKS + "/" + id + "/deliveries";

    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      Answer page = owner.get(log + "?limit=2" + next).requireStatus(200);
      page.data().forEach(delivery -> seen.add(delivery.required("id").asString()));
      JsonNode cursor = page.json().at("/pagination/next_cursor");
      next = cursor.isNull() ? "" : "&cursor=" + cursor.asString();
    } while (!next.isEmpty());

    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    assertThat(owner.get(log + "?state=exhausted").data()).isEmpty();
    assertThat(owner.get(log + "?state=delivered&event=webhook.test&code=200").data()).hasSize(5);
    assertThat(owner.get(log + "?from=" + Instant.now().plusSeconds(60)).data()).isEmpty();
    assertThat(owner.get(log + "?state=leased").requireStatus(200).data()).isEmpty();
    assertThat(owner.get(log + "?state=gone").status()).isEqualTo(400);
  }

  @Test
  void deliversOnceMoreAndReplaysMany() {
    String id = owner.post(HOOKS, BODY).data().required("id").asString();
    String delivery = "dlv_" + id;
    platform.dispatcher().deliver(workspace.id(), id, delivery, "event");

    Answer again =
        owner.post(HOOKS + "/" + id + "/deliveries/" + delivery + "/redeliver").requireStatus(201);
    assertThat(again.data().required("trigger").asString()).isEqualTo("manual");
    assertThat(owner.post(HOOKS + "/" + id + "/deliveries/dlv_unknown/redeliver").status())
        .isEqualTo(404);

    Answer job =
        owner
            .post(
                HOOKS + "/" + id + "/replay",
                "{\"states\": [\"held\"], \"from\": \"2026-04-29T00:00:00+02:00\"}")
            .requireStatus(201);
    String replay = HOOKS + "/" + id + "/replays/" + job.data().required("id").asString();
    assertThat(owner.get(replay).requireStatus(200).data().required("state").asString())
        .isEqualTo("running");
    assertThat(owner.post(replay + "/cancel").requireStatus(200).data().required("state"))
        .hasToString("\"cancelled\"");
    assertThat(platform.dispatcher().asked())
        .anySatisfy(
            asked ->
                assertThat(asked.command())
                    .isInstanceOfSatisfying(
                        Replay.class,
                        command ->
                            assertThat(command.filter().from()).isEqualTo("2026-04-28T22:00:00Z")));
  }

  @Test
  void showsBodiesOnlyToThoseWhoMaySeeRates() {
    String id = owner.post(HOOKS, BODY).data().required("id").asString();
    platform.dispatcher().deliver(workspace.id(), id, "dlv_" + id, "event");
    String delivery = HOOKS + "/" + id + "/deliveries/dlv_" + id;
    ApiClient other = workspace.token("{\"name\": \"t\", \"scopes\": [\"time:webhooks\"]}");

    assertThat(owner.get(delivery).data().has("body")).isTrue();
    assertThat(other.get(delivery).requireStatus(200).data().has("body")).isFalse();
  }

  /// Records of any topic that hold the text.
  private List<String> logged(String text) {
    return records().stream()
        .filter(found -> found.value() != null && new String(found.value(), UTF_8).contains(text))
        .map(found -> found.topic() + "@" + found.offset())
        .toList();
  }

  private List<String> opened(String id) {
    WorkspaceId space = new WorkspaceId(workspace.id());
    WebhookId webhook = new WebhookId(id);
    Vault vault = new Vault(List.of(SealingKey.of("it", RunningPlatform.SEALING_KEY)), "it");
    WebhookSecrets last =
        records().stream()
            .filter(found -> found.topic().equals(Topic.SECRETS.topicName()))
            .filter(found -> found.key().equals(workspace.id() + "/" + id))
            .map(found -> TopicSerdes.SECRETS.codec().read(found.value()))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    List<String> texts = new ArrayList<>();
    last.secrets()
        .forEach(
            secret -> texts.add(vault.open(secret.secret(), SealContext.secret(space, webhook))));
    last.headers()
        .forEach(
            header ->
                texts.add(
                    vault.open(header.value(), SealContext.header(space, webhook, header.name()))));
    return texts;
  }

  private List<ConsumerRecord<String, byte[]>> records() {
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                platform
                    .api()
                    .getEnvironment()
                    .getRequiredProperty("timeledger.kafka.bootstrap-servers")),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .filter(info -> !info.topic().startsWith("__"))
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }

  /// The row, the event and the audit of the webhook in the read model, as text.
  private String stored(String id) {
    StringBuilder text = new StringBuilder();
    try (Connection connection = platform.database().connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select w::text from read.time_webhook w where id = '%s'
                union all select e::text from read.event e where workspace_id = '%s'
                union all select a::text from read.audit a where workspace_id = '%s'
                union all select c::text from read.command_outcome c where workspace_id = '%s'
                """
                    .formatted(id, workspace.id(), workspace.id(), workspace.id()))) {
      while (rows.next()) {
        text.append(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    assertThat(text.toString()).contains("X-Api-Key");
    return text.toString();
  }
}

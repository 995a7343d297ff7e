package io.timeledger.acceptance.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.acceptance.check.Topics;
import io.timeledger.acceptance.client.Population;
import io.timeledger.acceptance.client.Rest;
import io.timeledger.acceptance.process.Collector.Told;
import io.timeledger.acceptance.webhook.Answer;
import io.timeledger.acceptance.webhook.Receiver;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Each service by `java -jar`, configured by its environment.
class AloneIT {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String FOLLOWED = "0af7651916cd43dd8448eb211c80319c";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Collector COLLECTOR = new Collector();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  private static Cluster cluster;

  @BeforeAll
  static void start() {
    Programs jars = Programs.jars(Path.of("target/services"));
    cluster = Cluster.start(folder, service -> traced(jars.of(service)), new Size(1, 1, 1));
  }

  @AfterAll
  static void close() {
    cluster.close();
    COLLECTOR.close();
  }

  private static List<String> traced(List<String> program) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Dotel.exporter.otlp.endpoint=" + COLLECTOR.url());
    arguments.add("-Dotel.bsp.schedule.delay=200");
    arguments.addAll(program);
    return arguments;
  }

  @Test
  void saysWhetherItLivesAndServesAndNothingElse() throws Exception {
    for (Service service : cluster.services()) {
      assertThat(get(service.management("/health/live")).statusCode()).isEqualTo(200);
      URI ready = service.management("/health/ready");
      assertThat(Poll.until(Duration.ofSeconds(60), () -> service.status(ready) == 200))
          .as(service.name())
          .isTrue();
      assertThat(get(ready).body()).contains("\"serving\"");
      for (String other : List.of("/", "/env", "/heapdump", "/configprops", "/beans", "/loggers")) {
        assertThat(get(service.management(other)).statusCode())
            .as(service.name() + " " + other)
            .isEqualTo(404);
      }
    }
  }

  @Test
  void isNotReadyWithoutPostgresAndReadyAgainWithIt() throws Exception {
    Service streams = cluster.streamsProcessors().getFirst();

    cluster.postgres().stop();
    try {
      assertThat(Poll.until(Duration.ofSeconds(60), () -> !streams.isReady())).isTrue();
      assertThat(cluster.ingestApis().getFirst().isReady()).isTrue();
      createWorkspace("ws_without_postgres", ""); // writes go on
    } finally {
      cluster.postgres().start();
    }
    assertThat(Poll.until(Duration.ofSeconds(60), streams::isReady)).isTrue();
  }

  @Test
  void publishesFiguresForPrometheus() throws Exception {
    createWorkspace("ws_metrics", "00-" + TRACE + "-00f067aa0ba902b7-01");

    assertThat(get(cluster.ingestApis().getFirst().management("/metrics")).body())
        .contains("timeledger_commands_seconds_bucket{outcome=\"accepted\"")
        .contains("http_server_requests_seconds_count")
        .contains("jdbc_connections_max")
        .contains("kafka_producer_")
        .contains("kafka_consumer_")
        .contains("jvm_memory_used_bytes");
    assertThat(get(cluster.streamsProcessors().getFirst().management("/metrics")).body())
        .contains("timeledger_projector_lag_records{loop=\"timeledger-projector\"")
        .contains("kafka_stream_thread_")
        .contains("hikaricp_connections_active");
  }

  @Test
  void passesTheTraceOnFromTheRequestToTheEvents() throws Exception {
    createWorkspace("ws_traced", "00-" + TRACE + "-00f067aa0ba902b7-01");

    for (String topic : List.of("time.commands.v1", "time.events.v1", "time.replies.v1")) {
      assertThat(traceparents(topic, "ws_traced"))
          .as(topic)
          .isNotEmpty()
          .allMatch(value -> value.startsWith("00-" + TRACE + "-") && value.endsWith("-01"));
    }
  }

  @Test
  void tellsACollectorOfTheWayFromTheRequestToPostgresAndTheWebhook() throws Exception {
    String asked = "00f067aa0ba902b7";
    URI api = cluster.urls().getFirst();
    try (Receiver subscriber = new Receiver(1, _ -> Answer.OK)) {
      Population population = Population.settle(api, cluster.operatorToken(), 1, 1);
      population.subscribe(api, subscriber.url(0, "/"));
      String owner = population.owners().values().iterator().next();
      Rest.Answer created =
          Rest.send(
              api,
              owner,
              "POST",
              "/api/v1/time-entries",
              "{\"log_date\":\"2026-06-08\",\"hours\":1}",
              Map.of("traceparent", "00-" + FOLLOWED + "-" + asked + "-01"));
      assertThat(created.status()).as(created.error()).isEqualTo(201);

      Told request = told("POST /api/v1/time-entries");
      Told decision = told("decide create_entry");
      assertThat(request)
          .extracting(Told::service, Told::parent)
          .containsExactly("ingest-api", asked);
      assertThat(decision)
          .extracting(Told::service, Told::parent)
          .containsExactly("streams-processor", request.id());
      assertThat(told("project"))
          .extracting(Told::service, Told::parent)
          .containsExactly("streams-processor", decision.id());
      assertThat(told("POST webhook"))
          .extracting(Told::service, Told::parent)
          .containsExactly("webhook-dispatcher", decision.id());
    }
  }

  private static Told told(String name) {
    Supplier<Optional<Told>> found =
        () -> COLLECTOR.of(FOLLOWED).stream().filter(it -> it.name().equals(name)).findFirst();
    assertThat(Poll.until(Duration.ofSeconds(60), () -> found.get().isPresent()))
        .as("%s in %s", name, COLLECTOR.of(FOLLOWED))
        .isTrue();
    return found.get().orElseThrow();
  }

  @Test
  void saysThatItLivesWhileItStarts() {
    for (Service service : cluster.services()) {
      service.kill();
      service.start();
      Set<Integer> said = new HashSet<>();
      assertThat(
              Poll.until(
                  Duration.ofMinutes(4),
                  () -> {
                    said.add(service.status(service.management("/health/live")));
                    return service.isReady();
                  }))
          .isTrue();
      assertThat(said).as(service.name()).isSubsetOf(0, 200); // 0: not there yet
    }
  }

  @Test
  void answersWhatIsInFlightBeforeItEnds() throws Exception {
    Service api = cluster.ingestApis().getFirst();
    cluster.kafkaWire().slow(1500);
    try {
      CompletableFuture<HttpResponse<String>> answer =
          HTTP.sendAsync(workspace("ws_in_flight", ""), BodyHandlers.ofString());
      assertThat(Poll.until(Duration.ofSeconds(30), () -> isBusy(api))).isTrue();

      Duration took = api.stop();

      assertThat(answer.get(1, TimeUnit.SECONDS).statusCode()).isIn(201, 202);
      assertThat(took).isLessThan(Duration.ofSeconds(30));
    } finally {
      cluster.kafkaWire().mend();
      cluster.recover();
    }
  }

  private static boolean isBusy(Service api) {
    try {
      return get(api.management("/metrics"))
          .body()
          .lines()
          .anyMatch(
              line ->
                  line.startsWith("http_server_requests_active_seconds_count")
                      && line.contains("method=\"POST\"")
                      && !line.endsWith(" 0"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void createWorkspace(String id, String traceparent) throws Exception {
    HttpResponse<String> answer = HTTP.send(workspace(id, traceparent), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static HttpRequest workspace(String id, String traceparent) {
    return HttpRequest.newBuilder(cluster.urls().getFirst().resolve("/api/v1/workspaces"))
        .header("Authorization", "Bearer " + cluster.operatorToken())
        .header("Content-Type", "application/json")
        .header("traceparent", traceparent)
        .POST(
            BodyPublishers.ofString(
                """
                    {"id": "%s", "name": "Test", "timezone": "Europe/Berlin",
                     "owner": {"id": "u_owner", "name": "O", "email": "o@example.com"}}
                    """
                    .formatted(id)))
        .build();
  }

  /// As soon as there is any: partitions of one transaction end it one after the other.
  private static List<String> traceparents(String topic, String key) {
    Topics topics = new Topics(cluster.bootstrapServers());
    List<String> found = new ArrayList<>();
    Poll.until(
        Duration.ofSeconds(30),
        () -> {
          topics.all(topic, read -> read).stream()
              .filter(read -> read.key().equals(key))
              .map(read -> new String(read.headers().lastHeader("traceparent").value(), UTF_8))
              .forEach(found::add);
          return !found.isEmpty();
        });
    return found;
  }

  private static HttpResponse<String> get(URI uri) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}

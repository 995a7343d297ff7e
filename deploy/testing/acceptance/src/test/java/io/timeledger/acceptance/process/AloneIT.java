package io.timeledger.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Each service by `java -jar`, configured by its environment.
class AloneIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  private static Cluster cluster;

  @BeforeAll
  static void start() {
    JavaCommands jars = JavaCommands.jars(Path.of("target/services"));
    cluster = Cluster.start(folder, jars, new ClusterSize(1, 1, 1));
  }

  @AfterAll
  static void close() {
    cluster.close();
  }

  @Test
  void saysWhetherItLivesAndServesAndNothingElse() throws Exception {
    for (ServiceProcess service : cluster.services()) {
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
    ServiceProcess streams = cluster.streamsProcessors().getFirst();

    cluster.postgres().stop();
    try {
      assertThat(Poll.until(Duration.ofSeconds(60), () -> !streams.isReady())).isTrue();
      assertThat(cluster.ingestApis().getFirst().isReady()).isTrue();
      createWorkspace("ws_without_postgres"); // writes go on
    } finally {
      cluster.postgres().start();
    }
    assertThat(Poll.until(Duration.ofSeconds(60), streams::isReady)).isTrue();
  }

  @Test
  void publishesFiguresForPrometheus() throws Exception {
    createWorkspace("ws_metrics");

    assertThat(get(cluster.ingestApis().getFirst().management("/metrics")).body())
        .contains("timeledger_commands_seconds_bucket{outcome=\"accepted\"")
        .contains("http_server_requests_seconds_count")
        .contains("http_server_requests_seconds_bucket")
        .contains("jdbc_connections_max")
        .contains("kafka_producer_")
        .contains("kafka_consumer_")
        .contains("jvm_memory_used_bytes");
    assertThat(get(cluster.streamsProcessors().getFirst().management("/metrics")).body())
        .contains("timeledger_projector_lag_records{loop=\"timeledger-projector\"")
        .contains("timeledger_projector_age_seconds{loop=\"timeledger-projector\"")
        .contains("timeledger_projector_refused_total{loop=\"timeledger-projector\"")
        .contains("timeledger_ledger_poison_total")
        .contains("timeledger_streams_threads_replaced_total{app=\"ledger\"")
        .contains("client_id=\"timeledger-projector-")
        .contains("kafka_stream_thread_")
        .contains("hikaricp_connections_active");
  }

  @Test
  void saysThatItLivesWhileItStarts() {
    for (ServiceProcess service : cluster.services()) {
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
    ServiceProcess api = cluster.ingestApis().getFirst();
    cluster.brokers().clientWires().getFirst().slow(1500);
    try {
      CompletableFuture<HttpResponse<String>> answer =
          HTTP.sendAsync(workspace("ws_in_flight"), BodyHandlers.ofString());
      assertThat(Poll.until(Duration.ofSeconds(30), () -> isBusy(api))).isTrue();

      Duration took = api.stop();

      assertThat(answer.get(1, TimeUnit.SECONDS).statusCode()).isIn(201, 202);
      assertThat(took).isLessThan(Duration.ofSeconds(30));
    } finally {
      cluster.brokers().clientWires().getFirst().mend();
      cluster.recover();
    }
  }

  @Test
  void showsASecretWhoseDecisionCameLateWhenItIsAskedForAgain() throws Exception {
    ServiceProcess streams = cluster.streamsProcessors().getFirst();
    HttpRequest request = workspace("ws_late");
    streams.pause();
    try {
      assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
    } finally {
      streams.resume();
    }
    List<HttpResponse<String>> answers = new ArrayList<>();
    assertThat(
            Poll.until(
                Duration.ofSeconds(60),
                () -> {
                  answers.add(HTTP.sendAsync(request, BodyHandlers.ofString()).join());
                  return answers.getLast().statusCode() == 201;
                }))
        .isTrue();

    assertThat(answers.getLast().body()).contains("\"secret\":\"tlp_");
    assertThat(HTTP.send(request, BodyHandlers.ofString()).body())
        .contains("\"secret\":null", "\"secret_already_shown\":true");
  }

  private static boolean isBusy(ServiceProcess api) {
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

  private static void createWorkspace(String id) throws Exception {
    HttpResponse<String> answer = HTTP.send(workspace(id), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static HttpRequest workspace(String id) {
    return HttpRequest.newBuilder(cluster.urls().getFirst().resolve("/api/v1/workspaces"))
        .header("Authorization", "Bearer " + cluster.operatorToken())
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", id)
        .POST(
            BodyPublishers.ofString(
                """
                    {"id": "%s", "name": "Test", "timezone": "Europe/Berlin",
                     "owner": {"id": "u_owner", "name": "O", "email": "o@example.com"}}
                    """
                    .formatted(id)))
        .build();
  }

  private static HttpResponse<String> get(URI uri) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}

package io.timeledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.Poll;
import io.timeledger.harness.ServiceProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The services' probes and figures, and how they behave when one of them is slow, stops or starts.
@ExtendWith(SharedCluster.class)
class ServicesIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final Cluster cluster;

  ServicesIT(Cluster cluster) {
    this.cluster = cluster;
  }

  @Test
  void sayWhetherTheyLiveAndServeAndNothingElse() throws Exception {
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
  void areNotReadyWithoutPostgresAndReadyAgainWithIt() throws Exception {
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
  void publishFiguresForPrometheus() throws Exception {
    createWorkspace("ws_metrics");

    requireFigures(
        cluster.ingestApis().getFirst(),
        "timeledger_commands_seconds_bucket{outcome=\"accepted\"",
        "http_server_requests_seconds_count",
        "http_server_requests_seconds_bucket",
        "jdbc_connections_max",
        "kafka_producer_",
        "kafka_consumer_",
        "jvm_memory_used_bytes");
    requireFigures(
        cluster.streamsProcessors().getFirst(),
        "timeledger_projector_lag_records{loop=\"timeledger-projector\"",
        "timeledger_projector_age_seconds{loop=\"timeledger-projector\"",
        "timeledger_projector_refused_total{loop=\"timeledger-projector\"",
        "timeledger_ledger_poison_total",
        "timeledger_streams_threads_replaced_total{app=\"ledger\"",
        "client_id=\"timeledger-projector-",
        "kafka_stream_thread_",
        "hikaricp_connections_active");
  }

  /// Those of a Kafka client come within a minute of its start, which another test may have caused.
  private static void requireFigures(ServiceProcess service, String... figures) {
    Poll.until(
        Duration.ofMinutes(2), () -> Stream.of(figures).allMatch(metrics(service)::contains));
    assertThat(metrics(service)).contains(figures);
  }

  private static String metrics(ServiceProcess service) {
    try {
      return get(service.management("/metrics")).body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void sayThatTheyLiveWhileTheyStart() {
    for (ServiceProcess service : cluster.services()) {
      service.kill();
      service.start();
    }
    Map<String, Set<Integer>> said = new HashMap<>();
    assertThat(
            Poll.until(
                Duration.ofMinutes(4),
                () -> {
                  for (ServiceProcess service : cluster.services()) {
                    said.computeIfAbsent(service.name(), _ -> new HashSet<>())
                        .add(service.status(service.management("/health/live")));
                  }
                  return cluster.services().stream().allMatch(ServiceProcess::isReady);
                }))
        .isTrue();
    assertThat(said)
        .hasSameSizeAs(cluster.services())
        .allSatisfy((_, statuses) -> assertThat(statuses).isSubsetOf(0, 200)); // 0: not there yet
  }

  @Test
  void answerWhatIsInFlightBeforeTheyEnd() throws Exception {
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
  void showASecretWhoseDecisionCameLateWhenItIsAskedForAgain() throws Exception {
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
    return metrics(api)
        .lines()
        .anyMatch(
            line ->
                line.startsWith("http_server_requests_active_seconds_count")
                    && line.contains("method=\"POST\"")
                    && !line.endsWith(" 0"));
  }

  private void createWorkspace(String id) throws Exception {
    HttpResponse<String> answer = HTTP.send(workspace(id), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private HttpRequest workspace(String id) {
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

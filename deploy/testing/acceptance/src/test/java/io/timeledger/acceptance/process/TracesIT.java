package io.timeledger.acceptance.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.acceptance.check.TopicDump;
import io.timeledger.acceptance.client.Population;
import io.timeledger.acceptance.client.RestClient;
import io.timeledger.acceptance.process.Collector.Told;
import io.timeledger.acceptance.webhook.Receiver;
import io.timeledger.acceptance.webhook.ReceiverBehavior;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A command can be followed through every service, by W3C `traceparent` and OpenTelemetry.
class TracesIT {
  private static final String ASKED = "00f067aa0ba902b7";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Collector COLLECTOR = new Collector();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  private static Cluster cluster;
  private static Population population;

  @BeforeAll
  static void start() {
    JavaCommands rehearsed = AotCacheBuilder.of(Path.of("target/services"));
    cluster =
        Cluster.start(folder, service -> traced(rehearsed.of(service)), new ClusterSize(1, 1, 1));
    population = Population.settle(api(), cluster.operatorToken(), 1, 1);
  }

  private static List<String> traced(List<String> program) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Dotel.exporter.otlp.endpoint=" + COLLECTOR.url());
    arguments.add("-Dotel.bsp.schedule.delay=200");
    arguments.addAll(program);
    return arguments;
  }

  @AfterAll
  static void close() {
    cluster.close();
    COLLECTOR.close();
  }

  @Test
  void passesTheTraceOnFromTheRequestToTheEvents() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    createEntry(trace);

    for (String topic : List.of("time.commands.v1", "time.events.v1", "time.replies.v1")) {
      assertThat(Poll.until(PATIENCE, () -> arrived(trace, topic)))
          .as("record of trace %s on %s", trace, topic)
          .isTrue();
    }
  }

  @Test
  void tellsACollectorOfTheWayFromTheRequestToPostgresAndTheWebhook() throws Exception {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    try (Receiver subscriber = new Receiver(1, _ -> ReceiverBehavior.OK)) {
      population.subscribe(api(), subscriber.url(0, "/"));
      createEntry(trace);

      Told request = told(trace, "POST /api/v1/time-entries");
      Told decision = told(trace, "decide create_entry");
      assertThat(request)
          .extracting(Told::service, Told::parent)
          .containsExactly("ingest-api", ASKED);
      assertThat(decision)
          .extracting(Told::service, Told::parent)
          .containsExactly("streams-processor", request.id());
      assertThat(told(trace, "project"))
          .extracting(Told::service, Told::parent)
          .containsExactly("streams-processor", decision.id());
      assertThat(told(trace, "POST webhook"))
          .extracting(Told::service, Told::parent)
          .containsExactly("webhook-dispatcher", decision.id());
    }
  }

  private static void createEntry(String trace) {
    RestClient.Answer created =
        RestClient.send(
            api(),
            population.owners().values().iterator().next(),
            "POST",
            "/api/v1/time-entries",
            "{\"log_date\":\"2026-06-08\",\"hours\":1}",
            Map.of("traceparent", "00-" + trace + "-" + ASKED + "-01"));
    assertThat(created.status()).as(created.error()).isEqualTo(201);
  }

  private static boolean arrived(String trace, String topic) {
    return new TopicDump(cluster.kafkaSettings())
            .all(topic, read -> new String(read.headers().lastHeader("traceparent").value(), UTF_8))
            .stream()
            .anyMatch(traceparent -> traceparent.matches("00-" + trace + "-[0-9a-f]{16}-01"));
  }

  private static Told told(String trace, String name) {
    Supplier<Optional<Told>> found =
        () -> COLLECTOR.of(trace).stream().filter(it -> it.name().equals(name)).findFirst();
    assertThat(Poll.until(PATIENCE, () -> found.get().isPresent()))
        .as("%s in %s", name, COLLECTOR.of(trace))
        .isTrue();
    return found.get().orElseThrow();
  }

  private static URI api() {
    return cluster.urls().getFirst();
  }
}

package io.timeledger.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.acceptance.Collector.Told;
import io.timeledger.acceptance.client.Population;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.Poll;
import io.timeledger.harness.TopicDump;
import io.timeledger.harness.rest.RestClient;
import io.timeledger.harness.webhook.Receiver;
import io.timeledger.harness.webhook.ReceiverBehavior;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/// A command can be followed through every service, by W3C `traceparent` and OpenTelemetry.
@ExtendWith(SharedCluster.class)
@TestInstance(Lifecycle.PER_CLASS) // they share a workspace
class TracesIT {
  private static final String ASKED = "00f067aa0ba902b7";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Cluster cluster;
  private final Collector collector;
  private final Population population;

  TracesIT(Cluster cluster, Collector collector) {
    this.cluster = cluster;
    this.collector = collector;
    this.population = Population.settle(api(), cluster.operatorToken(), 1, 1);
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

  private void createEntry(String trace) {
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

  /// Empty for a record that nobody's request led to.
  private static String traceparent(ConsumerRecord<?, ?> read) {
    Header header = read.headers().lastHeader("traceparent");
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  private boolean arrived(String trace, String topic) {
    return new TopicDump(cluster.kafkaSettings())
        .all(topic, TracesIT::traceparent).stream()
            .anyMatch(traceparent -> traceparent.matches("00-" + trace + "-[0-9a-f]{16}-01"));
  }

  private Told told(String trace, String name) {
    Supplier<Optional<Told>> found =
        () -> collector.of(trace).stream().filter(span -> span.name().equals(name)).findFirst();
    assertThat(Poll.until(PATIENCE, () -> found.get().isPresent()))
        .as("%s in %s", name, collector.of(trace))
        .isTrue();
    return found.get().orElseThrow();
  }

  private URI api() {
    return cluster.urls().getFirst();
  }
}

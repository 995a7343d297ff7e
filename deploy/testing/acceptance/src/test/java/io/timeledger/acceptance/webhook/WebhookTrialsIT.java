package io.timeledger.acceptance.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.JavaCommands;
import io.timeledger.harness.ServiceProcess;
import io.timeledger.harness.webhook.HookLog;
import io.timeledger.harness.webhook.LoggedAttempt;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Webhooks arrive, on time and whatever is killed: dispatchers, broker, database as processes.
/// Gaps between attempts are a two-hundredth of theirs (0.3, 1.5 and 9 seconds), a call has 2
/// seconds and a lease 6. `deploy/testing/acceptance/webhooks` runs the same trials at full length,
/// where it also counts how late things are; here nothing depends on the machine's speed.
@Order(2)
@TestMethodOrder(OrderAnnotation.class) // the second instance comes last
class WebhookTrialsIT {
  private static final double DELAY_SCALE = 0.005;
  private static final Duration LEASE = Duration.ofSeconds(6);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  static Cluster cluster;
  static ServiceProcess dispatcher;
  static HookLog log;
  static TrialPlatform stage;

  @BeforeAll
  static void start() {
    cluster =
        Cluster.of(JavaCommands.jars(JavaCommands.folder()))
            .heap(256)
            .shortLived()
            .with(
                Map.of(
                    "TIMELEDGER_WEBHOOKS_DELAYSCALE", "" + DELAY_SCALE,
                    "TIMELEDGER_WEBHOOKS_TIMEOUT", "2s",
                    "TIMELEDGER_WEBHOOKS_SWEEPEVERY", "1s"))
            .start(folder);
    dispatcher = cluster.addDispatcher();
    log = new HookLog(cluster);
    stage = new TrialPlatform(cluster, log, DELAY_SCALE, System.out::println);
  }

  @AfterAll
  static void stop() {
    log.close();
    cluster.close();
  }

  @Test
  @Order(1)
  void triesFourTimesAndNeverEarly() throws InterruptedException {
    Punctuality trial = Punctuality.run(stage, 200, Duration.ofSeconds(2), 50);

    assertThat(trial.states()).isEqualTo(Map.of("exhausted", 1L));
    assertThat(trial.gapsLate())
        .hasSize(3)
        .allSatisfy(late -> assertThat(late).isBetween(Duration.ZERO, Duration.ofSeconds(20)));
    requireInOrder(trial.herd());
    assertThat(trial.herd().lateness().count()).isGreaterThanOrEqualTo(200);
    assertThat(trial.herd().duplicates()).isZero();
  }

  @Test
  @Order(2)
  void deliversBesideHangingNeighbours() throws InterruptedException {
    Neighbours trial = Neighbours.run(stage, 18, 2, 5, Duration.ofSeconds(3));

    assertThat(trial.hanging()).as("calls that hang").isPositive();
    assertThat(trial.written()).isPositive();
    assertThat(trial.beside().count()).isEqualTo(trial.written());
  }

  @Test
  @Order(3)
  void losesNothingWhenKilled() throws InterruptedException {
    Kills trial = Kills.run(stage, dispatcher, 2, 60, LEASE);

    requireInOrder(trial.account());
    assertThat((long) trial.account().duplicates())
        .isLessThanOrEqualTo(trial.inFlight().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  @Order(4)
  void goesOnAfterTheDatabaseWasAway() throws InterruptedException {
    OutageTrial trial =
        OutageTrial.run(stage, OutageTrial.Harm.ofDatabase(cluster), 20, Duration.ofSeconds(8));

    requireInOrder(trial.account());
    assertThat(trial.account().duplicates()).isZero();
  }

  @Test
  @Order(5)
  void retriesWhileTheBrokerIsAway() throws InterruptedException {
    OutageTrial trial =
        OutageTrial.run(stage, OutageTrial.Harm.ofBroker(cluster), 20, Duration.ofSeconds(8));

    requireInOrder(trial.account());
    assertThat(trial.account().duplicates()).isZero();
  }

  @Test
  @Order(6)
  void deliversOnceForItsLogWhenOneOfTwoFreezes() throws InterruptedException {
    ServiceProcess second = cluster.addDispatcher();

    FreezeTrial trial = FreezeTrial.run(stage, Map.of("d0", dispatcher, "d1", second), LEASE);

    assertThat(trial.states()).isEqualTo(Map.of("delivered", 1L));
    assertThat(trial.attempts())
        .extracting(LoggedAttempt::outcome)
        .containsExactly("interrupted", "delivered");
    assertThat(trial.attempts()).extracting(LoggedAttempt::workerId).doesNotHaveDuplicates();
    assertThat(trial.visits()).isEqualTo(2);
  }

  @Test
  @Order(7)
  void saysHowItDoes() throws Exception {
    assertThat(get(dispatcher.management("/health/live")).statusCode()).isEqualTo(200);
    HttpResponse<String> ready = get(dispatcher.management("/health/ready"));
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).contains("\"serving\"");
    assertThat(get(dispatcher.management("/env")).statusCode()).isEqualTo(404);
    assertThat(get(dispatcher.management("/metrics")).body())
        .contains("timeledger_webhooks_attempts_total{outcome=\"delivered\"}")
        .contains("timeledger_webhooks_queue_delay_seconds_bucket")
        .contains("timeledger_webhooks_call_seconds_bucket")
        .contains("timeledger_webhooks_end_to_end_seconds_bucket")
        .contains("timeledger_webhooks_oldest_due_seconds")
        .contains("timeledger_webhooks_lanes_held")
        .contains("timeledger_webhooks_in_flight{attempt=\"retry\"}")
        .contains("timeledger_webhooks_leases_expired_total")
        .contains("timeledger_webhooks_fanout_lag_records")
        .contains("timeledger_webhooks_poison_total")
        .contains("kafka_consumer_")
        .contains("kafka_producer_")
        .contains("hikaricp_connections_active");
  }

  private static HttpResponse<String> get(URI uri) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }

  private static void requireInOrder(DeliveryAccount account) {
    assertThat(account.written()).isPositive();
    assertThat(account.lost()).as("lost").isZero();
    assertThat(account.unexplained()).as("unexplained").isZero();
    assertThat(account.altered()).as("altered bodies").isZero();
    assertThat(account.early()).as("early").isZero();
    assertThat(account.moved()).as("not when they were due").isZero();
  }
}

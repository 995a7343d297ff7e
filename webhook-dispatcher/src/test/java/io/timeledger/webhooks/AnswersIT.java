package io.timeledger.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.webhook.DispatchCommand.Redeliver;
import io.timeledger.schemas.webhook.DispatchCommand.TestWebhook;
import io.timeledger.webhooks.testkit.Platform;
import io.timeledger.webhooks.testkit.Receiver;
import io.timeledger.webhooks.testkit.Receiver.Script;
import io.timeledger.webhooks.testkit.TestLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Record;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static Platform platform;

  @BeforeAll
  static void start(@TempDir Path folder) {
    platform = new Platform(folder);
    platform.start("--timeledger.webhooks.timeout=" + TIMEOUT.toMillis() + "ms");
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void recordsWhatEachAnswerIs() {
    expect(Script.status(200), "delivered", "delivered");
    expect(Script.status(302, "Location: /elsewhere"), "redirect", "pending");
    expect(Script.status(404), "http_4xx", "failed_permanent");
    expect(Script.status(408), "http_4xx", "failed_permanent");
    expect(Script.status(429), "http_429", "pending");
    expect(Script.status(500), "http_5xx", "pending");
    expect((_, connection) -> connection.reset(), "reset", "pending");
  }

  @Test
  void endsACallAtItsDeadlineWhateverItIsAt() {
    Script silent = (_, connection) -> Thread.sleep(Duration.ofSeconds(30));
    Script dripping =
        (_, connection) -> {
          connection.raw("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
          for (int i = 0; i < 1000; i++) {
            connection.raw("x");
            Thread.sleep(50);
          }
        };
    for (Script script : List.of(silent, dripping)) {
      requireAtItsDeadline(expect(script, "timeout", "pending"));
    }
  }

  @Test
  void endsACallAtItsDeadlineWhenNobodyAcceptsTheConnection() throws IOException {
    List<Socket> queued = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      // What finds the queue of a listener full gets no answer at all.
      for (int i = 0; i < 4; i++) {
        Socket socket = new Socket();
        queued.add(socket);
        try {
          socket.connect(full.getLocalSocketAddress(), 200);
        } catch (SocketTimeoutException e) {
          break;
        }
      }
      WorkspaceId workspace = TestLog.newWorkspace();
      Webhook webhook =
          platform.log().subscribe(workspace, "http://127.0.0.1:" + full.getLocalPort());
      platform.log().entry(workspace, "nobody accepts");

      Record attempt = firstAttempt(webhook);
      assertThat(attempt.get("outcome")).isEqualTo("timeout");
      assertThat(attempt.get("error_detail", String.class)).contains("connection was not made");
      requireAtItsDeadline(attempt);
    } finally {
      for (Socket socket : queued) {
        socket.close();
      }
    }
  }

  /// The deadline counts from the claim, and the total from the call, which a busy machine begins
  /// later: what passed in between is missing from the total.
  private static void requireAtItsDeadline(Record attempt) {
    assertThat(attempt.get("total_ms", Integer.class))
        .isBetween((int) TIMEOUT.toMillis() / 2, (int) TIMEOUT.toMillis() + 500);
  }

  @Test
  void keepsTheBeginningOfALongAnswerOnly() {
    AtomicLong written = new AtomicLong();
    Record attempt =
        expect(
            (_, connection) -> {
              connection.raw("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
              String block = "y".repeat(65536);
              for (int i = 0; i < 16384; i++) {
                connection.raw(block);
                written.addAndGet(block.length());
              }
            },
            "delivered",
            "delivered");
    assertThat(written.get()).as("of a GiB, sockets included").isLessThan(20L << 20);
    assertThat(attempt.get("response_body", byte[].class)).hasSize(16 * 1024);
    assertThat(attempt.get("response_truncated", Boolean.class)).isTrue();
  }

  @Test
  void switchesOffWhatIsGoneAndHoldsWhatComesThen() {
    WorkspaceId workspace = TestLog.newWorkspace();
    try (Receiver receiver = new Receiver(Script.status(410))) {
      Webhook webhook = platform.log().subscribe(workspace, receiver.url());
      platform.log().entry(workspace, "one");
      Platform.until(() -> platform.count(webhook.id(), "failed_permanent") == 1);
      platform.log().put(webhook.withEnabled(false));
      platform.log().entry(workspace, "two");
      Platform.until(() -> platform.count(webhook.id(), "held") == 1);

      receiver.follow(Script.status(200));
      String held =
          platform.deliveries(webhook.id()).stream()
              .filter(row -> "held".equals(row.get("state")))
              .map(row -> (String) row.get("id"))
              .findFirst()
              .orElseThrow();
      platform
          .log()
          .ask(
              workspace,
              "cmd-redeliver-" + workspace,
              new Redeliver(
                  webhook.id(), new DeliveryId(held), new DeliveryId("dlv_again_" + workspace)));
      Platform.until(() -> platform.count(webhook.id(), "delivered") == 1);
      assertThat(platform.count(webhook.id(), "held")).isEqualTo(1);
    }
  }

  @Test
  void testsAWebhookAlsoWhileItIsOffWithOneAttempt() {
    WorkspaceId workspace = TestLog.newWorkspace();
    try (Receiver receiver = new Receiver(Script.status(500))) {
      Webhook webhook = platform.log().subscribe(workspace, receiver.url());
      platform.log().put(webhook.withEnabled(false));
      platform
          .log()
          .ask(
              workspace,
              "cmd-test-" + workspace,
              new TestWebhook(
                  webhook.id(),
                  new DeliveryId("dlv_test_" + workspace),
                  Instant.now().plusSeconds(60)));
      Platform.until(() -> platform.count(webhook.id(), "exhausted") == 1);
      assertThat(receiver.requests()).hasSize(1);
      assertThat(receiver.requests().getFirst().text()).contains("\"event\":\"webhook.test\"");
    }
  }

  @Test
  void makesNothingTwiceOfAPartitionThatIsReadAgain() {
    WorkspaceId workspace = TestLog.newWorkspace();
    try (Receiver receiver = new Receiver(Script.status(200))) {
      Webhook webhook = platform.log().subscribe(workspace, receiver.url());
      for (int i = 0; i < 20; i++) {
        platform.log().entry(workspace, "entry " + i);
      }
      Platform.until(() -> platform.count(webhook.id(), "delivered") == 20);
      platform.sql().execute("update webhooks.read_position set next_offset = 0");
      platform.log().entry(workspace, "one more");
      Platform.until(() -> platform.count(webhook.id(), "delivered") == 21);
      assertThat(receiver.requests()).hasSize(21);
    }
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() {
    WorkspaceId workspace = TestLog.newWorkspace();
    try (Receiver receiver = new Receiver(Script.status(429, "Retry-After: 4"))) {
      Webhook webhook =
          platform
              .log()
              .subscribe(workspace, receiver.url(), settings -> settings.retryDelays(List.of(1)));
      platform.log().entry(workspace, "slow down");
      Platform.until(() -> platform.count(webhook.id(), "exhausted") == 1);
      long gap = receiver.requests().get(1).arrivedNanos() - receiver.answeredNanos().getFirst();
      assertThat(Duration.ofNanos(gap)).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    }
  }

  private static Record firstAttempt(Webhook webhook) {
    Platform.until(
        () ->
            platform.attempts(webhook.id()).stream()
                .anyMatch(attempt -> attempt.get("outcome") != null));
    return platform.attempts(webhook.id()).getFirst();
  }

  /// What the first attempt is recorded as, and what becomes of its delivery.
  private static Record expect(Script script, String outcome, String state) {
    WorkspaceId workspace = TestLog.newWorkspace();
    try (Receiver receiver = new Receiver(script)) {
      Webhook webhook = platform.log().subscribe(workspace, receiver.url());
      platform.log().entry(workspace, outcome);
      Record attempt = firstAttempt(webhook);
      assertThat(attempt.get("outcome")).isEqualTo(outcome);
      assertThat(platform.deliveries(webhook.id()).getFirst().get("state")).isEqualTo(state);
      return attempt;
    }
  }
}

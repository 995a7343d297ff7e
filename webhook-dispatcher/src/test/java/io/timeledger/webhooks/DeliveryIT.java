package io.timeledger.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.DeliveryOrder;
import io.timeledger.webhooks.testkit.Platform;
import io.timeledger.webhooks.testkit.Receiver;
import io.timeledger.webhooks.testkit.Receiver.Request;
import io.timeledger.webhooks.testkit.Receiver.Script;
import io.timeledger.webhooks.testkit.TestLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryIT {
  private static Platform platform;

  @BeforeAll
  static void start(@TempDir Path folder) {
    platform = new Platform(folder);
    platform.start("--timeledger.webhooks.delay-scale=0.01");
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void deliversAnEventWithFiveKeysAndBothSignatures() {
    WorkspaceId workspace = TestLog.newWorkspace();
    try (Receiver receiver = new Receiver(Script.status(204))) {
      io.timeledger.schemas.resource.Webhook webhook =
          platform.log().subscribe(workspace, receiver.url());
      String event = platform.log().entry(workspace, "Checkout page – ünïcode");
      Platform.until(() -> platform.count(webhook.id(), "delivered") == 1);

      assertThat(receiver.requests()).hasSize(1);
      Request request = receiver.requests().getFirst();
      assertThat(request.text())
          .startsWith(
              "{\"id\":\"" + event + "\",\"event\":\"time_entry.created\",\"workspace_id\":")
          .contains("Checkout page – ünïcode")
          .doesNotContain("hourly_rate", "cost_rate", "previous_hash");
      assertThat(request.header("X-Workestra-Attempt")).isEqualTo("1");
      assertThatCode(() -> requireVerified(request, TestLog.SECRET)).doesNotThrowAnyException();
    }
  }

  /// By the libraries that subscribers use.
  private static void requireVerified(Request request, String secret) throws Exception {
    Map<String, List<String>> headers = new TreeMap<>();
    request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    new Webhook(secret).verify(request.text(), headers);
    new com.svix.Webhook(secret)
        .verify(request.text(), java.net.http.HttpHeaders.of(headers, (name, value) -> true));
  }

  @Test
  void signsWithBothSecretsWhileTheyOverlap() throws Exception {
    String younger = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    WorkspaceId workspace = TestLog.newWorkspace();
    try (Receiver receiver = new Receiver(Script.status(204))) {
      io.timeledger.schemas.resource.Webhook webhook =
          platform.log().subscribe(workspace, receiver.url());
      platform.log().secrets(webhook, List.of(TestLog.SECRET, younger));
      Platform.until(
          () -> {
            platform.log().entry(workspace, "while secrets overlap");
            return receiver.requests().stream()
                .anyMatch(signed -> signed.header("webhook-signature").contains(" "));
          });

      Request request =
          receiver.requests().stream()
              .filter(signed -> signed.header("webhook-signature").contains(" "))
              .findFirst()
              .orElseThrow();
      for (String secret : List.of(TestLog.SECRET, younger)) {
        requireVerified(request, secret);
      }
      assertThatCode(() -> requireVerified(request, "whsec_" + "A".repeat(32)))
          .isInstanceOf(Exception.class);
    }
  }

  @Test
  void showsDeliveriesToDashboards() {
    WorkspaceId workspace = TestLog.newWorkspace();
    try (Receiver receiver = new Receiver(Script.status(410))) {
      io.timeledger.schemas.resource.Webhook webhook =
          platform.log().subscribe(workspace, receiver.url());
      String event = platform.log().entry(workspace, "the subscriber is gone");
      Platform.until(() -> platform.count(webhook.id(), "failed_permanent") == 1);

      assertThat(
              platform
                  .sql()
                  .fetch(
                      """
                      select webhook_id, event_id, event_type, trigger, state, attempts,
                        last_outcome, last_status_code
                      from reporting.webhook_deliveries where workspace_id = {0}
                      """,
                      DSL.val(workspace.value()))
                  .formatCSV(false))
          .isEqualToIgnoringNewLines(
              "%s,%s,time_entry.created,event,failed_permanent,1,http_4xx,410"
                  .formatted(webhook.id(), event));
    }
  }

  @Test
  void describesEveryReportingColumn() {
    assertThat(
            platform
                .sql()
                .fetch(
                    """
                    select a.attname
                    from pg_attribute a
                    where a.attrelid = 'reporting.webhook_deliveries'::regclass and a.attnum > 0
                      and col_description(a.attrelid, a.attnum) is null
                    """)
                .getValues(0))
        .isEmpty();
  }

  @Test
  void goesOneByOneInOrderWhenAskedTo() {
    WorkspaceId workspace = TestLog.newWorkspace();
    try (Receiver receiver =
        new Receiver(
            (request, connection) ->
                connection.answer(
                    request.header("X-Workestra-Attempt").equals("1") ? 503 : 200, "ok"))) {
      io.timeledger.schemas.resource.Webhook webhook =
          platform
              .log()
              .subscribe(
                  workspace,
                  receiver.url(),
                  settings -> settings.ordering(DeliveryOrder.STRICT).retryDelays(List.of(20)));
      List<String> events = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        events.add(platform.log().entry(workspace, "entry " + i));
      }
      Platform.until(() -> platform.count(webhook.id(), "delivered") == 5);

      List<String> twiceEach = events.stream().flatMap(event -> Stream.of(event, event)).toList();
      assertThat(receiver.requests())
          .extracting(request -> request.header("webhook-id"))
          .isEqualTo(twiceEach);
    }
  }

  @Test
  void goesOnInTheTraceOfTheEventAndNamesItInTheLog() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    WorkspaceId workspace = TestLog.newWorkspace();
    try (Receiver receiver = new Receiver(Script.status(204))) {
      io.timeledger.schemas.resource.Webhook webhook =
          platform.log().subscribe(workspace, receiver.url());
      platform.log().entry(workspace, "traced", "00-" + trace + "-00f067aa0ba902b7-01");
      Platform.until(() -> platform.count(webhook.id(), "delivered") == 1);

      assertThat(receiver.requests().getFirst().header("traceparent"))
          .matches("00-" + trace + "-[0-9a-f]{16}-01")
          .doesNotContain("00f067aa0ba902b7");
      assertThat(platform.attempts(webhook.id()).getFirst().get("trace_id")).isEqualTo(trace);
    }
  }

  @Test
  void recordsManyAnswersWithoutABodyAtOnce() {
    WorkspaceId workspace = TestLog.newWorkspace();
    try (Receiver receiver = new Receiver(Script.status(200))) {
      receiver.follow((_, connection) -> connection.answer(204, ""));
      io.timeledger.schemas.resource.Webhook webhook =
          platform.log().subscribe(workspace, receiver.url());
      for (int i = 0; i < 40; i++) {
        platform.log().entry(workspace, "entry " + i);
      }
      Platform.until(() -> platform.count(webhook.id(), "delivered") == 40);

      assertThat(platform.attempts(webhook.id()))
          .hasSize(40)
          .allSatisfy(attempt -> assertThat(attempt.get("response_body", byte[].class)).isEmpty());
    }
  }

  @Test
  void triesFourTimesAtItsGapsAndThenGivesUp() {
    WorkspaceId workspace = TestLog.newWorkspace();
    try (Receiver receiver = new Receiver(Script.status(503))) {
      io.timeledger.schemas.resource.Webhook webhook =
          platform.log().subscribe(workspace, receiver.url());
      platform.log().entry(workspace, "never taken");
      Platform.until(() -> platform.count(webhook.id(), "exhausted") == 1);

      List<Request> requests = receiver.requests();
      assertThat(requests).hasSize(4);
      assertThat(requests.stream().map(Request::body).distinct()).hasSize(1);
      long[] gaps = {600, 3000, 18000};
      for (int i = 0; i < gaps.length; i++) {
        long gap =
            (requests.get(i + 1).arrivedNanos() - receiver.answeredNanos().get(i)) / 1_000_000;
        assertThat(gap).as("gap %d", i + 1).isBetween(gaps[i], gaps[i] + 1000);
      }
      assertThat(platform.attempts(webhook.id()))
          .hasSize(4)
          .allSatisfy(
              attempt -> {
                assertThat(attempt.get("outcome")).isEqualTo("http_5xx");
                assertThat(attempt.get("status_code")).isEqualTo(503);
              });
    }
  }
}

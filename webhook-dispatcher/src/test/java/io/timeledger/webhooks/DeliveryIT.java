package io.timeledger.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.webhooks.testkit.Platform;
import io.timeledger.webhooks.testkit.Receiver;
import io.timeledger.webhooks.testkit.Receiver.Request;
import io.timeledger.webhooks.testkit.Receiver.Script;
import io.timeledger.webhooks.testkit.TestLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
      var webhook = platform.log().subscribe(workspace, receiver.url());
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
      Map<String, List<String>> headers = new TreeMap<>();
      request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
      assertThatCode(() -> new Webhook(TestLog.SECRET).verify(request.text(), headers))
          .doesNotThrowAnyException();
      assertThatCode(
              () ->
                  new com.svix.Webhook(TestLog.SECRET)
                      .verify(
                          request.text(),
                          java.net.http.HttpHeaders.of(headers, (name, value) -> true)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void triesFourTimesAtItsGapsAndThenGivesUp() {
    WorkspaceId workspace = TestLog.newWorkspace();
    try (Receiver receiver = new Receiver(Script.status(503))) {
      var webhook = platform.log().subscribe(workspace, receiver.url());
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

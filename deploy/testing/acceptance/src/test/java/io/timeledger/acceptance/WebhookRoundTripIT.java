package io.timeledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.Poll;
import io.timeledger.harness.rest.RestClient.Answer;
import io.timeledger.harness.rest.RestSession;
import io.timeledger.harness.webhook.Receiver;
import io.timeledger.harness.webhook.ReceiverBehavior;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// A webhook over REST, the ledger, the dispatcher and back, on the whole platform.
@ExtendWith(SharedCluster.class)
class WebhookRoundTripIT {
  private static final String HOOKS = "/api/v1/time/webhooks";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void switchesOffAWebhookThatIsGoneAndReplaysWhatItMissed(Cluster cluster) throws Exception {
    RestSession api =
        RestSession.ofNewWorkspace(
            cluster.urls().getFirst(), cluster.operatorToken(), "ws_round_trip");
    try (Receiver receiver = new Receiver(1, _ -> ReceiverBehavior.OK)) {
      JsonNode made =
          api.post(
                  HOOKS,
                  "{\"url\": \"%s\", \"events\": [\"*\"]}".formatted(receiver.url(0, "/hook")))
              .data();
      String hook = HOOKS + "/" + made.path("id").asString();
      assertThat(made.path("secret").asString()).startsWith("whsec_");

      Answer test = api.post(hook + "/test", "");
      assertThat(test.status()).as(test.body().toString()).isEqualTo(201);
      assertThat(test.data().path("state").asString()).isEqualTo("delivered");
      assertThat(test.data().path("attempts").path(0).path("status_code").asInt()).isEqualTo(200);

      receiver.follow(_ -> ReceiverBehavior.of(410));
      entry(api, "2026-06-15");
      await(() -> !api.get(hook).data().path("enabled").asBoolean(true));
      assertThat(api.get(hook).data().path("disabled_reason").asString()).isEqualTo("gone");

      entry(api, "2026-06-16");
      await(() -> api.all(hook + "/deliveries?state=held").size() == 1);

      receiver.follow(_ -> ReceiverBehavior.OK);
      long visits = receiver.visitsSoFar();
      assertThat(api.send("PATCH", hook, "{\"enabled\": true}").status()).isEqualTo(200);
      Answer replay = api.post(hook + "/replay", "{}");
      assertThat(replay.status()).as(replay.body().toString()).isBetween(200, 202);
      await(() -> receiver.visitsSoFar() == visits + 2);
      await(() -> api.all(hook + "/deliveries?state=delivered").size() == 3);
    }
  }

  private static void entry(RestSession api, String day) {
    Answer created =
        api.post("/api/v1/time-entries", "{\"log_date\": \"%s\", \"hours\": 1}".formatted(day));
    assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
  }

  private static void await(BooleanSupplier condition) {
    assertThat(Poll.until(PATIENCE, condition)).isTrue();
  }
}

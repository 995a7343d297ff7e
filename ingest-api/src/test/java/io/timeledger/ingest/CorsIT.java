package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.Operation;
import io.timeledger.ingest.testkit.RunningPlatform;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class CorsIT {

  @Test
  void letsTheConfiguredOriginsCallAndNoOthers() {
    try (ConfigurableApplicationContext api =
        RunningPlatform.shared().startApi("--timeledger.cors-origins=https://app.example")) {
      ApiClient browser = RunningPlatform.client(api);
      Answer preflight =
          browser.send(
              "OPTIONS",
              "/api/v1/time-entries",
              null,
              "Origin",
              "https://app.example",
              "Access-Control-Request-Method",
              "POST");
      Answer stranger = browser.get("/api/v1/errors", "Origin", "https://evil.example");
      Answer friend = browser.get("/api/v1/errors", "Origin", "https://app.example");

      assertThat(preflight.status()).isEqualTo(204);
      assertThat(preflight.header("Access-Control-Allow-Origin")).contains("https://app.example");
      assertThat(preflight.header("Access-Control-Allow-Headers").orElseThrow())
          .contains("Authorization");
      JsonNode document = browser.get("/openapi.json").json();
      String allowed = preflight.header("Access-Control-Allow-Headers").orElseThrow();
      String exposed = friend.header("Access-Control-Expose-Headers").orElseThrow();
      for (Operation operation : Operation.all(document)) {
        assertThat(List.of(allowed.split(", "))).containsAll(operation.parameters("header"));
        assertThat(List.of(exposed.split(", "))).containsAll(operation.answeredHeaders());
      }
      assertThat(friend.header("Access-Control-Allow-Origin")).contains("https://app.example");
      assertThat(stranger.status()).isEqualTo(200);
      assertThat(stranger.header("Access-Control-Allow-Origin")).isEmpty();
    }
  }
}

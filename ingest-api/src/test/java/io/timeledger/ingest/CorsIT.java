package io.timeledger.ingest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.Operation;
import io.timeledger.ingest.testkit.RunningPlatform;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class CorsIT {

  @Test
  void letsTheConfiguredOriginsCallAndNoOthers() {
    try (ConfigurableApplicationContext api =
        RunningPlatform.shared().startApi("--timeledger.cors-origins=https://app.example")) {
      ApiClient browser = RunningPlatform.client(api);
      List<Operation> operations = Operation.all(browser.get("/openapi.json").json());
      String headers =
          operations.stream()
              .flatMap(operation -> operation.parameters("header").stream())
              .distinct()
              .collect(joining(", ", "Authorization, ", ", X-Unknown"));
      Answer preflight =
          browser.send(
              "OPTIONS",
              "/api/v1/time-entries",
              null,
              "Origin",
              "https://app.example",
              "Access-Control-Request-Method",
              "POST",
              "Access-Control-Request-Headers",
              headers);
      Answer strangersPreflight =
          browser.send(
              "OPTIONS",
              "/api/v1/time-entries",
              null,
              "Origin",
              "https://evil.example",
              "Access-Control-Request-Method",
              "POST");
      Answer refused =
          browser.post(
              "/api/v1/time-entries",
              "{}",
              "Origin",
              "https://app.example",
              "Content-Encoding",
              "br");
      Answer stranger = browser.get("/api/v1/errors", "Origin", "https://evil.example");
      Answer friend = browser.get("/api/v1/errors", "Origin", "https://app.example");

      assertThat(preflight.status()).isEqualTo(200);
      assertThat(preflight.header("Access-Control-Allow-Origin")).contains("https://app.example");
      assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();
      List<String> allowed = values(preflight, "Access-Control-Allow-Headers");
      List<String> exposed = values(friend, "Access-Control-Expose-Headers");
      assertThat(allowed).contains("Authorization").doesNotContain("X-Unknown");
      for (Operation operation : operations) {
        // Providers' servers send headers of their own; Sec- headers come from the browser itself.
        assertThat(allowed)
            .containsAll(
                operation.parameters("header").stream()
                    .filter(name -> !name.startsWith("X-Goog-") && !name.startsWith("Sec-"))
                    .toList());
        // No script may read cookies that are set.
        assertThat(exposed)
            .containsAll(
                operation.answeredHeaders().stream()
                    .filter(name -> !name.equals("Set-Cookie"))
                    .toList());
      }
      assertThat(refused.status()).isEqualTo(415);
      assertThat(refused.header("Access-Control-Allow-Origin")).contains("https://app.example");
      assertThat(strangersPreflight.header("Access-Control-Allow-Origin")).isEmpty();
      assertThat(strangersPreflight.header("Access-Control-Allow-Methods")).isEmpty();
      assertThat(friend.header("Access-Control-Allow-Origin")).contains("https://app.example");
      assertThat(stranger.status()).isEqualTo(200);
      assertThat(stranger.header("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  private static List<String> values(Answer answer, String header) {
    return List.of(answer.header(header).orElseThrow().split(", ", -1));
  }
}

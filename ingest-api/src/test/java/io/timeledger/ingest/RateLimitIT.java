package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class RateLimitIT {
  private static final String ENTRIES = "/api/v1/time-entries";
  private static final String ENTRY = "{\"log_date\": \"2026-04-29\", \"hours\": 1}";
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();

  @Test
  void refusesReadsAndWritesApartOnceEachIsUsedUp() {
    try (ConfigurableApplicationContext api = limited("reads=3", "writes=2")) {
      ApiClient owner = client(api, workspace.owner());
      ApiClient other = client(api, workspace.member("u_m", "member"));

      Answer first = owner.post(ENTRIES, ENTRY).requireStatus(201);
      owner.post(ENTRIES, "{}");
      Answer refused = owner.post(ENTRIES, ENTRY);
      JsonNode limits = owner.get("/api/v1/limits").requireStatus(200).data();

      assertThat(first.header("X-RateLimit-Limit")).contains("2");
      assertThat(first.header("X-RateLimit-Remaining")).contains("1");
      assertThat(seconds(first, "X-RateLimit-Reset"))
          .isBetween(Instant.now().getEpochSecond() - 5, Instant.now().getEpochSecond() + 31);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.errorCode()).isEqualTo("rate_limit_exceeded");
      assertThat(refused.header("X-RateLimit-Remaining")).contains("0");
      assertThat(refused.header("X-Request-Id")).isPresent();
      assertThat(seconds(refused, "Retry-After")).isBetween(1L, 30L);
      assertThat(limits.at("/reads/remaining").asInt()).isEqualTo(2);
      assertThat(limits.at("/reads/limit").asInt()).isEqualTo(3);
      assertThat(limits.at("/writes/remaining").asInt()).isZero();
      assertThat(owner.get("/api/v1/me").status()).isEqualTo(200);
      assertThat(owner.get("/nothing").status()).isEqualTo(404);
      assertThat(owner.get("/api/v1/me").status()).isEqualTo(429);
      assertThat(other.get("/api/v1/me").status()).isEqualTo(200);
    }
  }

  @Test
  void countsTheOperatorsTokenToo() {
    try (ConfigurableApplicationContext api = limited("writes=1")) {
      ApiClient operator = RunningPlatform.client(api).as(RunningPlatform.OPERATOR_TOKEN);

      assertThat(operator.post("/api/v1/workspaces", "{}").header("X-RateLimit-Limit"))
          .contains("1");
      assertThat(operator.post("/api/v1/workspaces", "{}").status()).isEqualTo(429);
    }
  }

  @Test
  void slowsDownWhoeverGuessesTokens() {
    try (ConfigurableApplicationContext api = limited("refusals=2")) {
      ApiClient owner = client(api, workspace.owner());
      ApiClient guesser = owner.as("tlp_01ARZ3NDEKTSV4RRFFQ69G5FAV_guess");
      assertThat(guesser.get("/api/v1/me").status()).isEqualTo(401);
      assertThat(guesser.get("/nothing").status()).isEqualTo(401);

      Answer slowed = guesser.get("/api/v1/me");
      Answer right = owner.get("/api/v1/me");

      assertThat(slowed.status()).isEqualTo(429);
      assertThat(slowed.errorCode()).isEqualTo("rate_limit_exceeded");
      assertThat(seconds(slowed, "Retry-After")).isBetween(1L, 30L);
      assertThat(slowed.header("X-RateLimit-Limit")).isEmpty();
      assertThat(right.status()).isEqualTo(429);
      assertThat(owner.get("/health/ready").status()).isEqualTo(200);
    }
  }

  @Test
  void saysNothingOfLimitsWhereThereAreNone() {
    Answer answer = workspace.owner().get("/api/v1/limits");

    assertThat(answer.header("X-RateLimit-Limit")).isEmpty();
    assertThat(answer.data().at("/reads/limit").isNull()).isTrue();
  }

  private static ConfigurableApplicationContext limited(String... limits) {
    ConfigurableApplicationContext api =
        RunningPlatform.shared()
            .startApi(
                Arrays.stream(limits)
                    .map(limit -> "--timeledger.rate-limit." + limit.replace("=", "-per-minute="))
                    .toArray(String[]::new));
    RunningPlatform.awaitReady(RunningPlatform.client(api));
    return api;
  }

  private static ApiClient client(ConfigurableApplicationContext api, ApiClient known) {
    return new ApiClient(RunningPlatform.client(api).base(), known.token());
  }

  private static long seconds(Answer answer, String header) {
    return Long.parseLong(answer.header(header).orElseThrow());
  }
}

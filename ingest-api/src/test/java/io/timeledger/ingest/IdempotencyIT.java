package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class IdempotencyIT {
  private static final String BODY = "{\"log_date\": \"2026-04-29\", \"hours\": 1}";
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();

  @Test
  void answersARepeatedRequestWithTheFirstAnswer() {
    Answer first = owner.post("/api/v1/time-entries", BODY, "Idempotency-Key", "k1");
    owner
        .patch("/api/v1/time-entries/" + first.data().required("id").asString(), "{\"hours\": 2}")
        .requireStatus(200);

    Answer again = owner.post("/api/v1/time-entries", BODY, "Idempotency-Key", "k1");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(owner.get("/api/v1/time-entries").data().size()).isEqualTo(1);
  }

  @Test
  void repeatsARefusalToo() {
    String missing = "/api/v1/timesheets/ts_none/approve";
    Answer first = owner.post(missing, "", "Idempotency-Key", "k2");

    Answer again = owner.post(missing, "", "Idempotency-Key", "k2");

    assertThat(again.status()).isEqualTo(first.status()).isEqualTo(404);
  }

  @Test
  void refusesAKeyThatWasUsedForSomethingElse() {
    owner.post("/api/v1/time-entries", BODY, "Idempotency-Key", "k3").requireStatus(201);

    Answer other =
        owner.post(
            "/api/v1/time-entries",
            "{\"log_date\": \"2026-04-29\", \"hours\": 2}",
            "Idempotency-Key",
            "k3");

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.errorCode()).isEqualTo("idempotency_key_reused");
  }

  @Test
  void keysOfDifferentMembersAreDifferent() {
    ApiClient member = workspace.member("u_m", "member");
    owner.post("/api/v1/time-entries", BODY, "Idempotency-Key", "k4").requireStatus(201);

    Answer others =
        member.post("/api/v1/time-entries", BODY, "Idempotency-Key", "k4").requireStatus(201);

    Answer list =
        owner.get(
            "/api/v1/time-entries",
            "X-Consistency-Token",
            others.header("X-Consistency-Token").orElseThrow());
    assertThat(list.data().size()).isEqualTo(2);
  }

  @Test
  void manyAtOnceWithOneKeyMakeOneEntry() throws Exception {
    Set<JsonNode> ids = new HashSet<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(
            clients.submit(
                () -> owner.post("/api/v1/time-entries", BODY, "Idempotency-Key", "k5")));
      }
      for (Future<Answer> answer : answers) {
        ids.add(answer.get(1, TimeUnit.MINUTES).requireStatus(201).data().required("id"));
      }
    }

    assertThat(ids).hasSize(1);
  }

  @Test
  void showsTheSecretOfATokenOnce() {
    String body = "{\"name\": \"ci\"}";
    Answer first = owner.post("/api/v1/tokens", body, "Idempotency-Key", "k6");
    assertThat(first.data().required("secret").asString()).startsWith("tlp_");

    Answer again = owner.post("/api/v1/tokens", body, "Idempotency-Key", "k6");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.data().required("id")).isEqualTo(first.data().required("id"));
    assertThat(again.data().required("secret").isNull()).isTrue();
    assertThat(again.data().required("secret_already_shown").asBoolean()).isTrue();
  }

  @Test
  void refusesAKeyThatIsNone() {
    Answer tooLong = owner.post("/api/v1/time-entries", BODY, "Idempotency-Key", "k".repeat(129));

    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.errorCode()).isEqualTo("invalid_parameter");
  }
}

package io.timeledger.ingest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class BatchIT {
  private static final String BATCH = "/api/v1/time-entries/batch";
  private static final String ENTRIES = "/api/v1/time-entries";
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();

  @Test
  void answersEachItemInItsPlace() {
    String known =
        owner
            .post(ENTRIES, "{\"log_date\": \"2026-04-29\", \"hours\": 1}")
            .data()
            .required("id")
            .asString();

    JsonNode data =
        owner
            .post(
                BATCH,
                """
                {"items": [
                  {"action": "create", "entry": {"log_date": "2026-04-29", "hours": 2}},
                  {"action": "update", "id": "%1$s", "entry": {"hours": 3}, "if_version": 1},
                  {"action": "update", "id": "%1$s", "entry": {"hours": 4}, "if_version": 1},
                  {"action": "create", "entry": {"log_date": "2026-04-29", "hours": "x"}},
                  {"action": "create", "entry": {"started_at": "2026-04-29T10:00:00"}},
                  {"action": "fly"}, 7, {"action": "delete"},
                  {"action": "delete", "id": "te_none"},
                  {"action": "delete", "id": "%1$s"}
                ]}
                """
                    .formatted(known))
            .requireStatus(200)
            .data();

    JsonNode results = data.required("results");
    assertThat(results)
        .extracting(r -> r.path("code").asString(r.required("status").asString()))
        .containsExactly(
            "created",
            "updated",
            "version_mismatch",
            "wrong_type",
            "offset_required",
            "wrong_type",
            "wrong_type",
            "validation_failed",
            "not_found",
            "deleted");
    assertThat(results.get(1).required("version").asInt()).isEqualTo(2);
    assertThat(results.get(9).required("index").asInt()).isEqualTo(9);
    assertThat(data.at("/summary/failed").asInt()).isEqualTo(7);
    JsonNode left = owner.get(ENTRIES).data();
    assertThat(left.size()).isEqualTo(1);
    assertThat(left.get(0).required("id")).isEqualTo(results.get(0).required("id"));
  }

  @Test
  void takesAThousandItemsAndARepetitionWithTheKeyAddsNothing() {
    String body = creates(1000);

    Answer first = owner.post(BATCH, body, "Idempotency-Key", "b1").requireStatus(200);
    Answer again = owner.post(BATCH, body, "Idempotency-Key", "b1").requireStatus(200);

    assertThat(first.data().at("/summary/created").asInt()).isEqualTo(1000);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(total()).isEqualTo(1000);
    JsonNode inOrder = owner.get("/api/v1/changes?limit=500&after=600").data();
    assertThat(
            inOrder
                .valueStream()
                .filter(event -> event.path("event").asString().equals("time_entry.created"))
                .map(event -> Integer.valueOf(event.at("/data/description").asString())))
        .isSorted();
  }

  @Test
  void repetitionsAtOnceMakeOneOfEach() throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers =
          IntStream.range(0, 5)
              .mapToObj(
                  _ ->
                      clients.submit(
                          () -> owner.post(BATCH, creates(250), "Idempotency-Key", "b2")))
              .toList();
      for (Future<Answer> answer : answers) {
        assertThat(answer.get(1, TimeUnit.MINUTES).requireStatus(200).data().at("/summary/created"))
            .hasToString("250");
      }
    }
    assertThat(total()).isEqualTo(250);
  }

  @Test
  void refusesAKeyThatWasUsedForAnotherBatchAlsoWhereItIsLonger() {
    owner.post(BATCH, creates(150), "Idempotency-Key", "b3").requireStatus(200);

    Answer other = owner.post(BATCH, creates(450), "Idempotency-Key", "b3");

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.errorCode()).isEqualTo("idempotency_key_reused");
    assertThat(total()).isEqualTo(150);
  }

  @Test
  void doesNothingOfAnAtomicBatchWithBadItemsAndNamesEachOfThem() {
    Answer form =
        owner.post(
            BATCH,
            """
            {"atomic": true, "items": [
              {"action": "create", "entry": {"log_date": "2026-04-29", "hours": 2}},
              {"action": "create", "entry": {"log_date": "2026-04-29", "nothing": 2}},
              {"action": "delete"}]}
            """);
    Answer rules =
        owner.post(
            BATCH,
            """
            {"atomic": true, "items": [
              {"action": "create", "entry": {"log_date": "2026-04-29", "hours": 2}},
              {"action": "create", "entry": {"log_date": "%s", "hours": 2}},
              {"action": "delete", "id": "te_none"}]}
            """
                .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(3)));

    assertThat(form.status()).isEqualTo(422);
    assertThat(form.json().at("/error/details"))
        .extracting(d -> d.required("field").asString())
        .containsExactly("items[1].nothing", "items[2].id");
    assertThat(rules.errorCode()).isEqualTo("batch_refused");
    assertThat(rules.json().at("/error/details"))
        .extracting(d -> d.required("code").asString())
        .containsExactly("future_entry", "not_found");
    assertThat(total()).isZero();
  }

  @Test
  void doesAllOfAnAtomicBatchOfAThousand() {
    String body = "{\"atomic\": true, " + creates(1000).substring(1);

    Answer answer = owner.post(BATCH, body, "Idempotency-Key", "a1").requireStatus(200);

    assertThat(answer.data().at("/summary/created").asInt()).isEqualTo(1000);
    assertThat(owner.post(BATCH, body, "Idempotency-Key", "a1").body()).isEqualTo(answer.body());
    assertThat(total()).isEqualTo(1000);
  }

  @Test
  void refusesWhatIsTooLarge() {
    String wide =
        IntStream.range(0, 1000)
            .mapToObj(
                _ ->
                    "{\"action\": \"create\", \"entry\": {\"log_date\": \"2026-04-29\", \"hours\": 1,"
                        + " \"description\": \"%s\"}}".formatted("x".repeat(1500)))
            .collect(joining(",", "{\"atomic\": true, \"items\": [", "]}"));

    assertThat(owner.post(BATCH, wide).status()).isEqualTo(413);
    assertThat(owner.post(BATCH, creates(1001)).status()).isEqualTo(413);
    assertThat(owner.post(BATCH, "{\"items\": []}").status()).isEqualTo(422);
    assertThat(owner.post(BATCH, wide.replace("true", "false")).data().at("/summary/created"))
        .hasToString("1000");
  }

  @Test
  void countsAsOneWritePerHundredItems() {
    try (ConfigurableApplicationContext api =
        RunningPlatform.shared().startApi("--timeledger.rate-limit.writes-per-minute=10")) {
      RunningPlatform.awaitReady(RunningPlatform.client(api));
      ApiClient limited = new ApiClient(RunningPlatform.client(api).base(), owner.token());

      Answer first = limited.post(BATCH, creates(601)).requireStatus(200);
      Answer refused = limited.post(BATCH, creates(601));

      assertThat(first.header("X-RateLimit-Remaining")).contains("3");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.errorCode()).isEqualTo("rate_limit_exceeded");
      assertThat(refused.header("Retry-After")).isPresent();
    }
  }

  private int total() {
    return owner.get(ENTRIES + "?page=1&limit=1").json().at("/pagination/total").asInt();
  }

  private static String creates(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "{\"action\": \"create\", \"entry\": {\"log_date\": \"2026-04-%02d\", \"hours\": 0.5, \"description\": \"%d\"}}"
                    .formatted(i % 28 + 1, i))
        .collect(joining(",", "{\"items\": [", "]}"));
  }
}

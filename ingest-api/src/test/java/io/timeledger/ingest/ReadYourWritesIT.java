package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class ReadYourWritesIT {
  private static final int MEMBERS = 4;
  private static final int WRITES = 250;
  private static final int NAMES = 40;
  private static final int KINDS = 4;
  private static final String MEMBER = "/api/v1/members/u_n";
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();

  @Test
  void aThousandWritesAreEachSeenByTheNextRead() throws Exception {
    try (ExecutorService members = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> stale = new ArrayList<>();
      for (int i = 0; i < MEMBERS; i++) {
        ApiClient member = workspace.member("u_" + i, "member");
        stale.add(members.submit(() -> staleReads(member)));
      }
      for (Future<Integer> one : stale) {
        assertThat(one.get(5, TimeUnit.MINUTES)).isZero();
      }
    }
  }

  @Test
  void aTokenFromAnotherInstanceIsHonoured() {
    try (ConfigurableApplicationContext other = RunningPlatform.shared().startApi()) {
      ApiClient elsewhere =
          RunningPlatform.client(other).as(String.valueOf(workspace.owner().token()));
      RunningPlatform.awaitReady(elsewhere);
      for (int i = 0; i < 20; i++) {
        Answer written = write(workspace.owner(), i);
        String id = written.data().required("id").asString();

        Answer read =
            elsewhere.get(
                "/api/v1/time-entries/" + id,
                "X-Consistency-Token",
                written.header("X-Consistency-Token").orElseThrow());

        assertThat(read.status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aNameIsSeenByTheNextReadOfEveryKind() {
    ApiClient owner = workspace.owner();
    workspace.member("u_n", "member");
    owner
        .post(
            "/api/v1/time-entries",
            "{\"log_date\": \"2024-01-01\", \"hours\": 1, \"user_id\": \"u_n\"}")
        .requireStatus(201);
    for (int i = 0; i < NAMES; i++) {
      String name = "Name " + i;
      String put =
          owner
              .put(MEMBER, "{\"name\": \"%s\"}".formatted(name))
              .requireStatus(200)
              .header("X-Consistency-Token")
              .orElseThrow();

      assertThat(shown(owner, i % KINDS, put)).contains(name);
    }
    owner.post(MEMBER + "/erase").requireStatus(200);
    assertThat(owner.get(MEMBER).data().required("name").isNull()).isTrue();
    owner.put(MEMBER, "{\"name\": \"Back again\"}").requireStatus(200);
    assertThat(owner.get(MEMBER).body()).contains("Back again");
  }

  @Test
  void aTagNeverStandsForAnotherName() {
    ApiClient owner = workspace.owner();
    workspace.member("u_n", "member");
    ApiClient reader = workspace.member("u_r", "manager");
    for (int i = 0; i < NAMES; i++) {
      String name = "Name " + i;
      owner.put(MEMBER, "{\"name\": \"%s\"}".formatted(name)).requireStatus(200);
      Answer first = reader.get(MEMBER);
      String tag = first.header("ETag").orElseThrow();

      Answer again = owner.get(MEMBER, "If-None-Match", tag);

      assertThat(again.status() == 304 ? first.body() : again.body()).contains(name);
    }
  }

  @Test
  void whereARequestCameFromIsInTheNextAudit() {
    ApiClient owner = workspace.owner();
    for (int i = 0; i < NAMES; i++) {
      write(owner, i);

      JsonNode newest = owner.get("/api/v1/audit?limit=1").requireStatus(200).data().get(0);

      assertThat(newest.required("action").asString()).isEqualTo("time_entry.created");
      assertThat(newest.required("ip_address").asString("")).isNotEmpty();
      assertThat(newest.has("origin_behind")).isFalse();
    }
  }

  private static String shown(ApiClient client, int kind, String token) {
    String path =
        switch (kind) {
          case 0 -> MEMBER;
          case 1 -> "/api/v1/members";
          case 2 -> "/api/v1/members?sort=-updated_at&limit=1&page=1";
          default -> "/api/v1/time-entries/export.csv?user_id=u_n";
        };
    return client.get(path, "X-Consistency-Token", token).requireStatus(200).body();
  }

  @Test
  void saysSoWhenTheReadModelsDoNotGetThereInTime() {
    Answer read = workspace.owner().get("/api/v1/time-entries", "X-Consistency-Token", "999999999");

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.header("X-Stale")).contains("true");
  }

  private static int staleReads(ApiClient member) {
    int stale = 0;
    for (int i = 0; i < WRITES; i++) {
      String id = write(member, i).data().required("id").asString();
      boolean seen =
          switch (i % 3) {
            case 0 -> member.get("/api/v1/time-entries/" + id).status() == 200;
            case 1 ->
                member.get("/api/v1/time-entries?sort=-created_at&limit=1").body().contains(id);
            default ->
                member
                        .get("/api/v1/time/reports/summary?from=2024-01-01&to=2025-12-31")
                        .data()
                        .required("entries")
                        .asInt()
                    == i + 1;
          };
      stale += seen ? 0 : 1;
    }
    return stale;
  }

  private static Answer write(ApiClient client, int i) {
    return client
        .post(
            "/api/v1/time-entries",
            "{\"log_date\": \"%s\", \"hours\": 0.5}".formatted(FIRST_DAY.plusDays(i)))
        .requireStatus(201);
  }
}

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

class ReadYourWritesIT {
  private static final int MEMBERS = 4;
  private static final int WRITES = 250;
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

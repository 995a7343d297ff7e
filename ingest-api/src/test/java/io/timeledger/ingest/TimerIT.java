package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TimerIT {
  private static final int STARTS = 50;
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();

  @Test
  void ofFiftyStartsAtOnceOneRuns() throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> starts = new ArrayList<>();
      for (int i = 0; i < STARTS; i++) {
        starts.add(clients.submit(() -> owner.post("/api/v1/time/timer/start")));
      }
      for (Future<Answer> start : starts) {
        assertThat(start.get(1, TimeUnit.MINUTES).status()).isEqualTo(201);
      }
    }

    assertThat(owner.get("/api/v1/time-entries?status=running").data().size()).isEqualTo(1);
    assertThat(owner.get("/api/v1/time-entries?status=draft&limit=100").data().size())
        .isEqualTo(STARTS - 1);
    List<Long> sequences = new ArrayList<>();
    owner
        .get("/api/v1/changes?limit=500")
        .data()
        .forEach(event -> sequences.add(event.required("sequence").asLong()));
    for (int i = 0; i < sequences.size(); i++) {
      assertThat(sequences.get(i)).isEqualTo(i + 1);
    }
  }

  @Test
  void startAnswersWithWhatItStopped() {
    String first = owner.post("/api/v1/time/timer/start", "{}").data().required("id").asString();

    JsonNode second = owner.post("/api/v1/time/timer/start").data();

    assertThat(second.at("/stopped/0/id").asString()).isEqualTo(first);
    assertThat(second.at("/stopped/0/status").asString()).isEqualTo("draft");
  }

  @Test
  void activeTimerIsRevalidatedByItsTag() {
    owner.post("/api/v1/time/timer/start").requireStatus(201);
    Answer active = owner.get("/api/v1/time/timer/active").requireStatus(200);
    String tag = active.header("ETag").orElseThrow();

    assertThat(owner.get("/api/v1/time/timer/active", "If-None-Match", tag).status())
        .isEqualTo(304);

    owner.delete("/api/v1/time/timer").requireStatus(200);
    Answer after = owner.get("/api/v1/time/timer/active", "If-None-Match", tag);
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.data().isNull()).isTrue();
  }

  @Test
  void stopWithoutATimerIsAConflict() {
    ApiClient member = workspace.member("u_idle", "member");

    Answer stopped = member.post("/api/v1/time/timer/stop");

    assertThat(stopped.status()).isEqualTo(409);
    assertThat(stopped.errorCode()).isEqualTo("no_running_timer");
  }
}

package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import org.junit.jupiter.api.Test;

class EntryIT {
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();

  @Test
  void answersACreatedEntryWithItsFullState() {
    Answer created =
        workspace
            .owner()
            .post(
                "/api/v1/time-entries",
                """
                {"entity_type": "internal", "log_date": "2026-04-29", "hours": 1.5,
                 "description": "Planning", "tags": ["a"]}
                """);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("ETag")).contains("\"1\"");
    assertThat(created.header("X-API-Version")).contains("v1");
    assertThat(created.header("X-Request-Id")).isPresent();
    assertThat(created.header("X-Consistency-Token")).isPresent();
    assertThat(created.data().required("duration_seconds").asLong()).isEqualTo(5400);
    assertThat(created.data().required("status").asString()).isEqualTo("draft");
  }
}

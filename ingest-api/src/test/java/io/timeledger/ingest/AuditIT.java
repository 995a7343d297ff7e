package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AuditIT {
  private final RunningPlatform platform = RunningPlatform.shared();
  private final TestWorkspace workspace = platform.newWorkspace();
  private final ApiClient owner = workspace.owner();

  @BeforeEach
  void work() {
    for (int i = 0; i < 5; i++) {
      owner
          .post("/api/v1/time-entries", "{\"log_date\": \"2026-04-29\", \"hours\": 1}")
          .requireStatus(201);
    }
  }

  @Test
  void anUntouchedChainVerifies() {
    JsonNode result = owner.get("/api/v1/audit/verify").data();

    assertThat(result.required("verified").asBoolean()).as(result.toString()).isTrue();
    assertThat(result.at("/head/sequence")).isEqualTo(result.required("events"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "event_missing  | delete from %s.event where workspace_id = ? and sequence = ?",
        "event_altered  | update %s.event set body = replace(body, '3600', '7200') where workspace_id = ? and sequence = ?",
        "audit_altered  | update %s.event set user_id = 'u_other' where workspace_id = ? and sequence = ?",
        "audit_altered  | update %s.event set entity_id = 'te_other' where workspace_id = ? and sequence = ?",
        "audit_altered  | update %s.event set timestamp = timestamp - interval '1 hour' where workspace_id = ? and sequence = ?"
      })
  void whatWasTouchedIsFound(String code, String change) throws SQLException {
    long sequence = sequenceOfEntry(1);
    touch(change, sequence);
    assertProblem(code, sequence);
  }

  @Test
  void aMissingEndIsFound() throws SQLException {
    long sequence = sequenceOfEntry(0);
    touch("delete from %s.event where workspace_id = ? and sequence = ?", sequence);
    assertProblem("event_missing", sequence);
  }

  @Test
  void recordsSayWhoDidWhatFromWhere() {
    JsonNode newest = owner.get("/api/v1/audit?limit=1").data().get(0);

    assertThat(newest.required("action").asString()).isEqualTo("time_entry.created");
    assertThat(newest.required("user_id").asString()).isEqualTo("u_owner");
    assertThat(newest.required("via").asString()).isEqualTo("api");
    assertThat(newest.at("/changes/duration_seconds/1").asLong()).isEqualTo(3600);
  }

  private long sequenceOfEntry(int fromTheNewest) {
    return owner
        .get("/api/v1/audit?action=time_entry.created&limit=2")
        .data()
        .get(fromTheNewest)
        .required("sequence")
        .asLong();
  }

  private void touch(String change, long sequence) throws SQLException {
    try (Connection connection = platform.database().connect();
        PreparedStatement statement =
            connection.prepareStatement(change.formatted("projection_1"))) {
      statement.setString(1, workspace.id());
      statement.setLong(2, sequence);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private void assertProblem(String code, long sequence) {
    JsonNode result = owner.get("/api/v1/audit/verify").data();

    assertThat(result.required("verified").asBoolean()).isFalse();
    assertThat(result.at("/first_problem/code").asString()).isEqualTo(code);
    assertThat(result.at("/first_problem/sequence").asLong()).isEqualTo(sequence);
  }
}

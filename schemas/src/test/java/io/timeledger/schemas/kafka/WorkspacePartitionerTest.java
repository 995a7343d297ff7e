package io.timeledger.schemas.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspacePartitionerTest {

  /// A changed result would part a workspace from its history.
  @ParameterizedTest
  @CsvSource({"ws_demo, 12, 10", "ws_acme, 12, 4", "a, 12, 4", "ws_demo, 4, 2"})
  void staysWhereItWas(String workspace, int partitions, int expected) {
    assertThat(WorkspacePartitioner.partition(workspace.getBytes(UTF_8), partitions))
        .isEqualTo(expected);
  }

  @Test
  void putsAllOfAWorkspaceTogether() {
    for (int i = 0; i < 1_000; i++) {
      String workspace = "ws_" + i;
      int expected = WorkspacePartitioner.partition(workspace.getBytes(UTF_8), 12);
      assertThat(
              WorkspacePartitioner.partition(
                  (workspace + "/user/x/2026-01-01").getBytes(UTF_8), 12))
          .isEqualTo(expected);
    }
  }
}

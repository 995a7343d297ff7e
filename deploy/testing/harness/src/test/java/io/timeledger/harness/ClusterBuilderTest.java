package io.timeledger.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterBuilderTest {
  private final JavaCommands programs = JavaCommands.jars(Path.of("nowhere"));

  @Test
  void refusesTwoBrokers() {
    assertThatThrownBy(() -> Cluster.of(programs).brokers(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("brokers: 2 (expected: 1 or 3)");
  }

  @Test
  void refusesSeveralBrokersThatCannotBeParted(@TempDir Path folder) {
    assertThatThrownBy(() -> Cluster.of(programs).brokers(3).start(folder))
        .isInstanceOf(IllegalStateException.class);
    assertThat(folder).isEmptyDirectory();
  }
}

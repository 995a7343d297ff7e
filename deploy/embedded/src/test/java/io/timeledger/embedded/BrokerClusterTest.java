package io.timeledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerClusterTest {
  private static final Path LOG = Path.of("log");

  @Test
  void acknowledgesWhatTwoOfThreeHave() {
    BrokerCluster three = BrokerCluster.of(3);

    assertThat(three.nodes())
        .hasSize(3)
        .allSatisfy(
            node ->
                assertThat(three.settings(node, LOG))
                    .containsEntry("node.id", Integer.toString(node.number()))
                    .containsEntry("default.replication.factor", "3")
                    .containsEntry("min.insync.replicas", "2")
                    .containsEntry("offsets.topic.replication.factor", "3")
                    .containsEntry("transaction.state.log.replication.factor", "3")
                    .containsEntry("transaction.state.log.min.isr", "2"));
  }

  @Test
  void listensOnLoopbackAndIsFoundByName() {
    BrokerCluster three = BrokerCluster.of(3);
    BrokerCluster.Node second = three.nodes().get(1);

    Map<String, String> settings = three.settings(second, LOG);

    assertThat(String.valueOf(settings.get("listeners")).split(",", -1))
        .hasSize(3)
        .allMatch(listener -> listener.contains("://127.0.0.1:"));
    assertThat(settings.get("advertised.listeners"))
        .contains("CLIENTS://127.0.0.1:" + second.advertisedPort())
        .contains("://broker-2:" + second.brokersPort());
    assertThat(settings.get("controller.quorum.voters"))
        .startsWith("1@broker-1:")
        .contains(",2@broker-2:" + second.controllersPort() + ",3@broker-3:");
  }
}

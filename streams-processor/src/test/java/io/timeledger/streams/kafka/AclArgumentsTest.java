package io.timeledger.streams.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AclArgumentsTest {
  @Test
  void areThoseOfKafkasOwnTool() {
    assertThat(AclArguments.all())
        .contains(
            "--allow-principal User:ingest-api --operation WRITE --topic time.commands.v1"
                + " --resource-pattern-type literal",
            "--allow-principal User:streams-processor --operation WRITE"
                + " --transactional-id timeledger-ledger- --resource-pattern-type prefixed",
            "--allow-principal User:streams-processor --operation DESCRIBE_CONFIGS --cluster",
            "--allow-principal User:bi --operation READ --group bi-"
                + " --resource-pattern-type prefixed")
        .doesNotHaveDuplicates();
  }
}

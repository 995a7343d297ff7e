package io.timeledger.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaConnectionTest {
  @TempDir private Path folder;

  @Test
  void isTheAddressAloneWithoutAFile() {
    assertThat(KafkaConnection.to("a:1,b:2").settings())
        .containsOnly(Map.entry("bootstrap.servers", "a:1,b:2"));
  }

  @Test
  void hasWhatTheFileSaysButForTheAddress() throws IOException {
    Path file = folder.resolve("kafka.properties");
    Files.writeString(
        file,
        """
        # of ingest-api
        security.protocol=SASL_SSL
        bootstrap.servers=elsewhere:9
        sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\
          username="ingest-api" password="geheim";
        """);

    assertThat(new KafkaConnection("a:1", file).settings())
        .hasSize(3)
        .containsEntry("bootstrap.servers", "a:1")
        .containsEntry("security.protocol", "SASL_SSL")
        .hasEntrySatisfying(
            "sasl.jaas.config", value -> assertThat(value).asString().endsWith("\"geheim\";"));
    assertThat(new KafkaConnection("a:1", file)).asString().doesNotContain("geheim");
  }

  @Test
  void saysWhichFileIsMissingOrNotReadable() {
    Path missing = folder.resolve("nowhere.properties");
    assertThatThrownBy(() -> new KafkaConnection("a:1", missing).settings())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeledger.kafka.properties-file: there is no " + missing);
    assertThatThrownBy(() -> new KafkaConnection("a:1", folder).settings())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("timeledger.kafka.properties-file: cannot read " + folder);
  }
}

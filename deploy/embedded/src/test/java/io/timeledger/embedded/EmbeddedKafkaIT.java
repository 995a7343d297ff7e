package io.timeledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
  @TempDir private Path folder;

  @Test
  void deliversCommittedRecordsAndHidesAbortedOnes() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Config.in(folder))) {
      Topic topic = Topic.create(kafka.bootstrapServers(), "facts");
      topic.sendInTransaction("lost", false);
      topic.sendInTransaction("kept", true);
      assertThat(topic.readCommitted(1)).containsExactly("kept");
    }
  }

  @Test
  void keepsRecordsOverRestart() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Config.in(folder))) {
      Topic.create(kafka.bootstrapServers(), "facts").sendInTransaction("kept", true);
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Config.in(folder))) {
      assertThat(new Topic(kafka.bootstrapServers(), "facts").readCommitted(1))
          .containsExactly("kept");
    }
  }

  @Test
  void endsTheTransactionOfAKilledProcess() throws Exception {
    OtherJvm.start(KilledBroker.class, folder, "in the middle")
        .destroyForcibly()
        .waitFor(10, TimeUnit.SECONDS);
    try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Config.in(folder))) {
      Topic topic = new Topic(kafka.bootstrapServers(), "facts");
      topic.sendInTransaction("after", true);
      assertThat(topic.readCommitted(2)).containsExactly("before", "after");
    }
  }

  @Test
  void refusesSecondStartOnALiveFolderAndGoesOnServing() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Config.in(folder))) {
      Topic topic = Topic.create(kafka.bootstrapServers(), "facts");
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThatThrownBy(() -> EmbeddedKafka.start(EmbeddedKafka.Config.in(folder)))
            .isInstanceOf(DataFolderInUseException.class)
            .hasMessageContaining("pid " + ProcessHandle.current().pid());
      }
      topic.sendInTransaction("still here", true);
      assertThat(topic.readCommitted(1)).containsExactly("still here");
    }
  }

  @Test
  void refusesPortInUseBeforeItTouchesTheFolder() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      EmbeddedKafka.Config config = new EmbeddedKafka.Config(folder, taken.getLocalPort());
      assertThatThrownBy(() -> EmbeddedKafka.start(config))
          .isInstanceOf(PortInUseException.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()));
      assertThat(Files.exists(folder.resolve("log"))).isFalse();
    }
  }
}

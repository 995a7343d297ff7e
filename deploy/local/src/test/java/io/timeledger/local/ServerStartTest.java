package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.embedded.LoopbackPort;
import io.timeledger.embedded.PortInUseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerStartTest {
  @TempDir private Path folder;

  @Test
  void takesAnotherPortIfAnotherProcessBindsTheFirstAfterTheLook() throws IOException {
    int lost = LoopbackPort.free();
    RememberedPorts ports =
        new RememberedPorts(folder.resolve("ports"), port -> port != lost, Duration.ZERO);
    try (ServerSocket _ = new ServerSocket(lost, 1, InetAddress.getLoopbackAddress())) {
      int[] looks = {lost, ports.kafka()};
      int[] look = {0};
      int started =
          ServerStart.onPort(() -> looks[look[0]++], port -> LoopbackPort.require(port, "Kafka"));
      assertThat(started).isEqualTo(looks[1]);
    }
  }

  @Test
  void givesUpIfTheSecondPortIsTakenToo() throws IOException {
    int lost = LoopbackPort.free();
    try (ServerSocket _ = new ServerSocket(lost, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () -> ServerStart.onPort(() -> lost, port -> LoopbackPort.require(port, "Kafka")))
          .isInstanceOf(PortInUseException.class);
    }
  }
}

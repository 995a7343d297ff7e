package io.timeledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {
  // of Linux, in /proc/sys/net/ipv4/ip_local_port_range
  private static final int FIRST_OF_OUTGOING_CONNECTIONS = 32_768;

  @Test
  void isNoneThatAnOutgoingConnectionCouldBeGiven() throws IOException {
    for (int port : IntStream.generate(LoopbackPort::free).limit(200).toArray()) {
      assertThat(port).isLessThan(FIRST_OF_OUTGOING_CONNECTIONS);
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }
  }

  @Test
  void isNeverGivenTwice() {
    assertThat(IntStream.generate(LoopbackPort::free).limit(2_000)).doesNotHaveDuplicates();
  }
}

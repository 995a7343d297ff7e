package io.timeledger.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,      10.255.255.255, true",
    "10.0.0.0/8,      11.0.0.0,       false",
    "172.16.0.0/12,   172.31.255.255, true",
    "172.16.0.0/12,   172.32.0.0,     false",
    "192.168.1.7,     192.168.1.7,    true",
    "192.168.1.7,     192.168.1.6,    false",
    "0.0.0.0/0,       8.8.8.8,        true",
    "0.0.0.0/0,       ::1,            false",
    "fe80::/10,       febf::1,        true",
    "fe80::/10,       fec0::1,        false",
    "127.0.0.0/8,     ::ffff:127.0.0.1, true",
  })
  void containsWhatSharesItsFirstBits(String network, String address, boolean contained) {
    assertThat(Cidr.parse(network).contains(InetAddress.ofLiteral(address))).isEqualTo(contained);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/x",
        "a.example/8",
        "::/129"
      })
  void refusesWhatIsNoNetwork(String text) {
    assertThatThrownBy(() -> Cidr.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  @Test
  void callsNoPortOfAnInternalService() {
    for (int port : List.of(0, 22, 80, 1023, 4194, 4369, 5432, 5601, 9092, 10_255, 65_536)) {
      assertThat(PublicPorts.mayCall(port)).as("%d", port).isFalse();
    }
    for (int port : List.of(443, 1024, 8080, 8443, 65_535)) {
      assertThat(PublicPorts.mayCall(port)).as("%d", port).isTrue();
    }
  }
}

package io.timeledger.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
  private final ClientAddress behindProxies = new ClientAddress(List.of("10.0.0.0/8", "::1"));

  @Test
  void believesNoHeaderOfAStranger() {
    assertThat(behindProxies.of("203.0.113.9", List.of("1.2.3.4"))).isEqualTo("203.0.113.9");
  }

  @Test
  void takesTheRightmostAddressThatNoProxyHas() {
    assertThat(behindProxies.of("10.1.1.1", List.of("6.6.6.6, 198.51.100.7, 10.2.2.2")))
        .isEqualTo("198.51.100.7");
    assertThat(behindProxies.of("10.1.1.1", List.of("6.6.6.6", "198.51.100.7")))
        .isEqualTo("198.51.100.7");
  }

  @Test
  void stopsAtWhatIsNoAddress() {
    assertThat(behindProxies.of("10.1.1.1", List.of("198.51.100.7, localhost")))
        .isEqualTo("10.1.1.1");
  }

  @Test
  void refusesANetworkThatIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ClientAddress(List.of("proxy")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClientAddress(List.of("10.0.0.0/33")));
  }
}

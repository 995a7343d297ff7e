package io.timeledger.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  private final AddressGuard guard = new AddressGuard(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.9",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void blocksWhatIsNotPublic(String address) {
    assertThat(guard.mayDial(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1",
        "172.15.255.255", "172.32.0.1", "192.0.1.1", "192.167.1.1", "198.17.0.1", "198.20.0.1",
        "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::200e", "2001:4860:4860::8888"
      })
  void allowsWhatIsPublic(String address) {
    assertThat(guard.mayDial(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void allowsWhatTheOperatorOpensAndNothingBeside() {
    AddressGuard opened = new AddressGuard(List.of("127.0.0.0/8", "10.1.2.3"));

    assertThat(opened.mayDial(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
    assertThat(opened.mayDial(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
    assertThat(opened.mayDial(InetAddress.ofLiteral("10.1.2.4"))).isFalse();
    assertThat(opened.mayDial(InetAddress.ofLiteral("::1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "example.com/8", "::/129"})
  void refusesWhatIsNoNetwork(String text) {
    assertThatThrownBy(() -> new AddressGuard(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void blocksACallWhenOneOfItsAddressesIsNotPublic() {
    UrlPolicy rules = new UrlPolicy(guard);
    InetAddress open = InetAddress.ofLiteral("1.1.1.1");
    InetAddress inner = InetAddress.ofLiteral("10.0.0.1");

    assertThat(rules.allow(URI.create("https://a.example/x"), List.of(open))).isTrue();
    assertThat(rules.allow(URI.create("https://a.example/x"), List.of(open, inner))).isFalse();
    assertThat(rules.allow(URI.create("https://a.example/x"), List.of())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example/",
        "https://a.example:22/",
        "https://a.example:6379/",
        "https://a.example:5432/",
        "https://user:pass@a.example/",
        "ftp://a.example/",
        "https://a.example:80/",
        "file:///etc/passwd",
        "gopher://a.example/"
      })
  void blocksSchemesAndPortsThatNoReceiverHas(String url) {
    assertThat(
            new UrlPolicy(guard).allow(URI.create(url), List.of(InetAddress.ofLiteral("1.1.1.1"))))
        .isFalse();
  }
}

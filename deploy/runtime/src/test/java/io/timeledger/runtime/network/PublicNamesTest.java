package io.timeledger.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"time.example.com", "example.com", "a.b-c.example.org", "xn--bcher-kva.example"})
  void areThoseWithATopLevelDomain(String host) {
    assertThat(PublicNames.isPublic(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "intranet",
        "localhost",
        "example.com.",
        "-a.example.com",
        "a_b.example.com",
        "198.51.100.7",
        "1.2.3",
        "::1",
        "a..example.com"
      })
  void areNeitherBareWordsNorAddresses(String host) {
    assertThat(PublicNames.isQualified(host)).isFalse();
    assertThat(PublicNames.isPublic(host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"printer.local", "db.prod.internal", "time.example.test", "nas.lan"})
  void areNotThoseOfInternalDomains(String host) {
    assertThat(PublicNames.isQualified(host)).isTrue();
    assertThat(PublicNames.isPublic(host)).isFalse();
  }
}

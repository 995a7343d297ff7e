package io.timeledger.ingest.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

class IssuerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example/keys",
        "http://169.254.169.254/keys",
        "http://10.0.0.1/keys",
        "file:///etc/passwd",
        "ftp://login.example/keys",
        "https:///keys",
        "keys"
      })
  void refusesKeysFromWhereAnybodyCouldChangeThem(String keys) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issuer(keys, null))
        .withMessageContaining("jwks-uri");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://login.example/keys", "http://127.0.0.1:1/keys", "http://localhost/keys"})
  void takesKeysOverHttpsOrFromThisMachine(String keys) {
    assertThatCode(() -> issuer(keys, null)).doesNotThrowAnyException();
  }

  @Test
  void refusesAShortSecretAndNeverShowsOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issuer(null, "short"))
        .withMessageContaining("at least 32")
        .withMessageNotContaining("short ");
    assertThat(issuer(null, "x".repeat(32)).toString()).doesNotContain("xxx");
  }

  private static Issuer issuer(@Nullable String keys, @Nullable String secret) {
    return new Issuer(
        "https://login.example",
        List.of("timeledger"),
        keys == null ? null : URI.create(keys),
        Set.of(SignatureAlgorithm.RS256),
        secret,
        Duration.ofMinutes(1),
        null,
        "workspace_id",
        "sub",
        null,
        Map.of());
  }
}

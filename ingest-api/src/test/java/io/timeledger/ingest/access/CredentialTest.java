package io.timeledger.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.resource.TokenKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {
  private final Credential credential =
      Credential.create(TokenKind.ACCESS, Instant.parse("2026-04-29T10:00:00Z"));

  @Test
  void whatIsRevealedMatchesWhatIsStored() {
    Credential presented = Credential.parse(TokenKind.ACCESS, credential.reveal()).orElseThrow();

    assertThat(presented.id()).isEqualTo(credential.id());
    assertThat(presented.matches(credential.secretHash())).isTrue();
    assertThat(credential.reveal()).matches("tlp_[0-9A-HJKMNP-TV-Z]{26}_[A-Za-z0-9_-]{43}");
  }

  @Test
  void oneCharacterLessDoesNotMatch() {
    String revealed = credential.reveal();
    String truncated = revealed.substring(0, revealed.length() - 1);

    assertThat(
            Credential.parse(TokenKind.ACCESS, truncated)
                .orElseThrow()
                .matches(credential.secretHash()))
        .isFalse();
  }

  @Test
  void neverPrintsItsSecret() {
    String secret = credential.reveal().substring(credential.reveal().lastIndexOf('_') + 1);

    assertThat(credential.toString()).doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tlp_", "tlp_x", "tlp_a/b_c", "tlp_é_x", "xyz_a_b"})
  void refusesWhatIsNoneOfOurs(String bearer) {
    assertThat(Credential.parse(TokenKind.ACCESS, bearer)).isEmpty();
  }
}

package io.timeledger.schemas.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Contact;
import org.junit.jupiter.api.Test;

class ContactHasherTest {
  private static final WorkspaceId ACME = new WorkspaceId("ws_acme");
  private static final WorkspaceId OTHER = new WorkspaceId("ws_other");

  private final ContactHasher hasher =
      ContactHasher.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private final ContactHasher rekeyed =
      ContactHasher.of("ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pv8=");

  /// By OpenSSL: both services must agree for as long as contacts are stored.
  @Test
  void staysTheSameFromReleaseToRelease() {
    assertThat(hasher.hash(ACME, "jo@customer.example"))
        .isEqualTo("1XEMp_abeqgHXuQWEsul3bOd6EogiXVTeLsJx3IIPZQ");
  }

  @Test
  void ignoresCaseAndSurroundingSpace() {
    assertThat(hasher.hash(ACME, " Jo@Customer.Example\t"))
        .isEqualTo(hasher.hash(ACME, "jo@customer.example"))
        .isNotEqualTo(hasher.hash(ACME, "joe@customer.example"));
  }

  @Test
  void differsByWorkspaceAndKey() {
    String hash = hasher.hash(ACME, "jo@customer.example");

    assertThat(hasher.hash(OTHER, "jo@customer.example")).isNotEqualTo(hash);
    assertThat(rekeyed.hash(ACME, "jo@customer.example")).isNotEqualTo(hash);
    assertThat(rekeyed.fingerprint()).isNotEqualTo(hasher.fingerprint());
  }

  @Test
  void hasTheFormThatContactsTake() {
    String hash = hasher.hash(ACME, "jo@customer.example");

    assertThat(Contact.isEmailHash(hash)).isTrue();
    assertThat(Contact.isEmailHash(hash + "=")).isFalse();
    assertThat(Contact.isEmailHash("jo@customer.example")).isFalse();
  }

  @Test
  void refusesAKeyThatIsNoneWithoutShowingIt() {
    assertThatThrownBy(() -> ContactHasher.of("c2VjcmV0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("timeledger.calendar.address-key: 6 bytes (expected: 32)")
        .hasMessageNotContaining("c2VjcmV0");
  }
}

package io.timeledger.schemas.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.restricted.SealedText;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");
  private static final WebhookId WEBHOOK = new WebhookId("wh_1");
  private static final SealContext SECRET = SealContext.secret(WORKSPACE, WEBHOOK);
  private static final SealingKey OLD =
      SealingKey.of("old", "GMpboB94rSyulVgfk2roJkMaJd4Cw8vGVTfrkSvjOZw=");
  private static final SealingKey NEW =
      SealingKey.of("new", "ubMsGKy0k1G4fofnbfwtcwhEQlI+XofLg2skfD7lF4s=");

  private final Vault vault = new Vault(List.of(OLD), "old");

  @Test
  void opensWhatItSealed() {
    SealedText sealed = vault.seal("whsec_Grüße", SECRET);

    assertThat(vault.open(sealed, SECRET)).isEqualTo("whsec_Grüße");
    assertThat(sealed.keyId()).isEqualTo("old");
    assertThat(new String(Base64.getDecoder().decode(sealed.ciphertext()), UTF_8))
        .doesNotContain("whsec_");
  }

  @Test
  void sealsTheSameTextDifferentlyEachTime() {
    SealedText one = vault.seal("text", SECRET);
    SealedText other = vault.seal("text", SECRET);

    assertThat(one.ciphertext()).isNotEqualTo(other.ciphertext());
    assertThat(one.id()).isNotEqualTo(other.id()).hasSize(16);
  }

  @Test
  void opensForNoOtherWorkspaceWebhookOrPurpose() {
    SealedText sealed = vault.seal("text", SECRET);

    for (SealContext other :
        List.of(
            SealContext.secret(new WorkspaceId("ws_2"), WEBHOOK),
            SealContext.secret(WORKSPACE, new WebhookId("wh_2")),
            SealContext.header(WORKSPACE, WEBHOOK, "secret"))) {
      assertThatThrownBy(() -> vault.open(sealed, other)).isInstanceOf(UnsealableException.class);
    }
  }

  @Test
  void opensHeadersWhateverTheCaseOfTheirName() {
    SealedText sealed = vault.seal("value", SealContext.header(WORKSPACE, WEBHOOK, "X-Api-Key"));

    assertThat(vault.open(sealed, SealContext.header(WORKSPACE, WEBHOOK, "x-api-key")))
        .isEqualTo("value");
  }

  @Test
  void noticesEveryAlteredByte() {
    byte[] bytes = Base64.getDecoder().decode(vault.seal("text", SECRET).ciphertext());
    for (int i = 0; i < bytes.length; i++) {
      byte[] altered = bytes.clone();
      altered[i] ^= 1;
      SealedText sealed = new SealedText("old", Base64.getEncoder().encodeToString(altered));
      assertThatThrownBy(() -> vault.open(sealed, SECRET)).isInstanceOf(UnsealableException.class);
    }
  }

  @Test
  void goesOnOpeningAfterItsKeyWasRotated() {
    SealedText before = vault.seal("text", SECRET);
    Vault rotated = new Vault(List.of(NEW, OLD), "new");

    assertThat(rotated.open(before, SECRET)).isEqualTo("text");
    assertThat(rotated.seal("text", SECRET).keyId()).isEqualTo("new");
    assertThatThrownBy(() -> new Vault(List.of(NEW), "new").open(before, SECRET))
        .isInstanceOf(UnsealableException.class)
        .hasMessageContaining("old");
  }

  @Test
  void doesNotOpenWithAnotherKeyOfTheSameName() {
    SealedText sealed = vault.seal("text", SECRET);
    SealingKey impostor = SealingKey.of("old", "ubMsGKy0k1G4fofnbfwtcwhEQlI+XofLg2skfD7lF4s=");

    assertThatThrownBy(() -> new Vault(List.of(impostor), "old").open(sealed, SECRET))
        .isInstanceOf(UnsealableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not base64!",
        "c2hvcnQ=",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "AQIDBAUGBwgBAgMEBQYHCAECAwQFBgcIAQIDBAUGBwg=",
        "Y2hhbmdlLW1lLWNoYW5nZS1tZS1jaGFuZ2UtbWUtMTI=",
        "GMpboB94rSyulVgfk2roJkMaJd4Cw8vGVTfrkSvjOZwA"
      })
  void refusesKeysThatAreNone(String key) {
    assertThatThrownBy(() -> SealingKey.of("k", key))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(
            e -> {
              if (!key.isEmpty()) {
                assertThat(e.toString()).doesNotContain(key);
              }
            });
  }

  @Test
  void verifiesItsOwnCodesInTheirContextAlone() {
    String code = vault.mac("channel", SECRET);

    assertThat(vault.mac("channel", SECRET)).isEqualTo(code).matches("[A-Za-z0-9._-]{52}");
    assertThat(vault.verify(code, "channel", SECRET)).isTrue();
    assertThat(vault.verify(code, "channel2", SECRET)).isFalse();
    assertThat(vault.verify(code, "channel", SealContext.push("/p"))).isFalse();
    for (int i = 0; i < code.length(); i++) {
      String altered = code.substring(0, i) + (char) (code.charAt(i) ^ 1) + code.substring(i + 1);
      assertThat(vault.verify(altered, "channel", SECRET)).as(altered).isFalse();
      assertThat(vault.verify(code.substring(0, i), "channel", SECRET)).isFalse();
    }
    assertThat(vault.verify(code + "A", "channel", SECRET)).isFalse();
  }

  @Test
  void verifiesCodesOfEveryConfiguredKey() {
    String code = vault.mac("channel", SECRET);
    Vault rotated = new Vault(List.of(OLD, NEW), "new");

    assertThat(rotated.verify(code, "channel", SECRET)).isTrue();
    assertThat(rotated.mac("channel", SECRET)).isNotEqualTo(code);
    assertThat(new Vault(List.of(NEW), "new").verify(code, "channel", SECRET)).isFalse();
    assertThat(new Vault(List.of(impostorOf("old")), "old").verify(code, "channel", SECRET))
        .as("another key of the same name")
        .isFalse();
  }

  @Test
  void doesNotMistakeTheTextForAPartOfTheContext() {
    assertThat(vault.verify(vault.mac("bc", SealContext.push("a")), "c", SealContext.push("ab")))
        .isFalse();
  }

  private static SealingKey impostorOf(String id) {
    return SealingKey.of(id, "ubMsGKy0k1G4fofnbfwtcwhEQlI+XofLg2skfD7lF4s=");
  }

  @Test
  void refusesAnActiveKeyThatItDoesNotHave() {
    assertThatThrownBy(() -> new Vault(List.of(OLD), "new"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Vault(List.of(OLD, OLD), "old"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverPrintsItsKeys() {
    assertThat(OLD.toString()).isEqualTo("SealingKey[old]");
  }
}

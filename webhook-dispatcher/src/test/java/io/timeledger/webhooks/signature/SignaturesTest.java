package io.timeledger.webhooks.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  private static final SigningSecret SECRET =
      new SigningSecret(1, "whsec_ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8=");
  private static final byte[] BODY =
      "{\"id\":\"evt_abc123\",\"event\":\"timesheet.approved\"}".getBytes(UTF_8);

  @Test
  void givesTheFixedVector() {
    Signatures signatures = Signatures.of(List.of(SECRET), "evt_abc123", 1777458180, BODY);

    assertThat(signatures.plain())
        .isEqualTo("sha256=026119b447ebe475dce39525b3afd2ff4b0d1198ca1cfbec996956d8c6013eec");
    assertThat(signatures.standard()).isEqualTo("v1,NW0AAR5n7ZxQYXLqnpaxj+QWCPi8bbx2E415rYDyVP4=");
  }

  @Test
  void givesTheVectorOfSvix() {
    SigningSecret svix = new SigningSecret(1, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    Signatures signatures =
        Signatures.of(
            List.of(svix),
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1614265330,
            "{\"test\": 2432232314}".getBytes(UTF_8));

    assertThat(signatures.standard()).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void signsTheStandardHeaderWithEverySecretAndThePlainOneWithThePrimary() {
    SigningSecret former = new SigningSecret(2, "a former secret, chosen by hand");

    Signatures both = Signatures.of(List.of(SECRET, former), "evt_abc123", 1777458180, BODY);
    Signatures alone = Signatures.of(List.of(former), "evt_abc123", 1777458180, BODY);

    assertThat(both.standard())
        .isEqualTo("v1,NW0AAR5n7ZxQYXLqnpaxj+QWCPi8bbx2E415rYDyVP4= " + alone.standard());
    assertThat(both.plain()).isNotEqualTo(alone.plain()).startsWith("sha256=026119b4");
  }

  @Test
  void takesTheTextItselfAsKeyWhereItIsNotStandard() {
    for (String text :
        List.of("whsec_too-short", "whsec_AAAA", "my-own-signing-secret", "whsec_-_-_-_-_-_-_-_")) {
      SigningSecret secret = new SigningSecret(1, text);
      assertThat(secret.standard(BODY)).as(text).isEqualTo(secret.plain(BODY));
    }
  }

  @Test
  void neverPrintsTheSecret() {
    assertThat(SECRET.toString()).doesNotContain("whsec", "ABEi");
  }
}

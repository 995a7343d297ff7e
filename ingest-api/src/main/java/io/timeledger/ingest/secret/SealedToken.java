package io.timeledger.ingest.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.restricted.SealedText;
import java.util.Base64;
import java.util.Optional;

/// The form of an encrypted text in URLs: key id and ciphertext, each in base64url, with a dot
/// between.
public final class SealedToken {
  private static final int LONGEST = 16_000;
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private SealedToken() {}

  public static String text(SealedText sealed) {
    return URL.encodeToString(sealed.keyId().getBytes(UTF_8))
        + "."
        + URL.encodeToString(Base64.getDecoder().decode(sealed.ciphertext()));
  }

  /// Empty for a text of another form.
  public static Optional<SealedText> parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 1 || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String keyId = new String(Base64.getUrlDecoder().decode(text.substring(0, dot)), UTF_8);
      byte[] ciphertext = Base64.getUrlDecoder().decode(text.substring(dot + 1));
      return Optional.of(new SealedText(keyId, Base64.getEncoder().encodeToString(ciphertext)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}

package io.timeledger.webhooks.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A secret as its owner knows it.
///
/// The plain signature takes the UTF-8 bytes of the whole text as key, `whsec_` included: paste
/// the text and verify. The standard signature takes what `whsec_` and base64 of 24 to 64 bytes
/// decode to, as the Standard Webhooks libraries do, and the bytes of the text for every other
/// secret.
///
/// @param seq its number among the secrets of its endpoint
public record SigningSecret(int seq, String text) {
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  byte[] plain(byte[] signed) {
    return hmac(text.getBytes(UTF_8), signed);
  }

  byte[] standard(byte[] signed) {
    return hmac(standardKey(), signed);
  }

  @Override
  public String toString() {
    return "SigningSecret[seq=" + seq + "]";
  }

  private byte[] standardKey() {
    if (text.startsWith(PREFIX)) {
      try {
        byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        if (key.length >= SHORTEST && key.length <= LONGEST) {
          return key;
        }
      } catch (IllegalArgumentException e) {
        return text.getBytes(UTF_8);
      }
    }
    return text.getBytes(UTF_8);
  }

  private static byte[] hmac(byte[] key, byte[] signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has HmacSHA256", e);
    }
  }
}

package io.timeledger.schemas.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.id.UserId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// Placeholder members that imports create for unknown people. Their ids derive from the file's
/// data, so that every import finds the same member.
public final class Placeholders {
  private static final int BYTES = 10;

  private Placeholders() {}

  public static UserId ofEmail(String email) {
    String folded = ComposedText.of(email).strip().toLowerCase(Locale.ROOT);
    byte[] digest = sha256().digest(folded.getBytes(UTF_8));
    return new UserId("u_" + HexFormat.of().formatHex(digest, 0, BYTES));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}

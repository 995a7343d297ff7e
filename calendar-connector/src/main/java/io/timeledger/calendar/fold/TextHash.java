package io.timeledger.calendar.fold;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SHA-256 of texts.
public final class TextHash {
  private TextHash() {}

  /// In lower-case hex; null of null.
  public static @Nullable String ofNullable(@Nullable String text) {
    return text == null ? null : HexFormat.of().formatHex(sha256(List.of(text)));
  }

  /// Each part counts with its length, so that no two lists look alike.
  static byte[] sha256(List<String> parts) {
    MessageDigest digest = newDigest();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return digest.digest();
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}

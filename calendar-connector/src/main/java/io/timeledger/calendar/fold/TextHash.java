package io.timeledger.calendar.fold;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SHA-256 of texts.
public final class TextHash {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CHARACTERS = 26;

  private TextHash() {}

  /// In lower-case hex.
  public static String of(String text) {
    return HexFormat.of().formatHex(sha256(List.of(text)));
  }

  /// In lower-case hex; null for null.
  public static @Nullable String ofNullable(@Nullable String text) {
    return text == null ? null : of(text);
  }

  /// The first 130 bits in Crockford's base 32, as in ULIDs.
  static String base32(List<String> parts) {
    byte[] hash = sha256(parts);
    StringBuilder text = new StringBuilder(CHARACTERS);
    for (int i = 0; i < CHARACTERS; i++) {
      text.append(ALPHABET.charAt(fiveBits(hash, i * 5)));
    }
    return text.toString();
  }

  private static int fiveBits(byte[] bytes, int at) {
    int two = (bytes[at / 8] & 0xff) << 8 | (bytes[at / 8 + 1] & 0xff);
    return two >> (11 - at % 8) & 31;
  }

  // Each part is prefixed with its length, so that different lists have different input.
  private static byte[] sha256(List<String> parts) {
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

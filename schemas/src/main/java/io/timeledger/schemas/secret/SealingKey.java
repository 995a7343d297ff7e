package io.timeledger.schemas.secret;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/// A 256-bit key and the name by which encrypted texts refer to it. Never printed.
public final class SealingKey {
  static final int BYTES = 32;

  /// Random bytes contain repetitions, but far fewer.
  private static final int FEWEST_DISTINCT = 16;

  private final String id;
  private final byte[] bytes;

  private SealingKey(String id, byte[] bytes) {
    this.id = id;
    this.bytes = bytes;
  }

  /// @param base64 of 32 random bytes
  /// @throws IllegalArgumentException for other lengths and for bytes that are clearly not random,
  ///     such as zeros; the message never contains the key
  public static SealingKey of(String id, String base64) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("sealing key without an id");
    }
    byte[] bytes = decoded(id, base64);
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "sealing key %s: %d bytes (expected: %d)".formatted(id, bytes.length, BYTES));
    }
    if (distinct(bytes) < FEWEST_DISTINCT || isText(bytes)) {
      throw new IllegalArgumentException("sealing key %s: not random".formatted(id));
    }
    return new SealingKey(id, bytes);
  }

  public String id() {
    return id;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealingKey key
        && id.equals(key.id)
        && MessageDigest.isEqual(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "SealingKey[" + id + "]";
  }

  private static byte[] decoded(String id, String base64) {
    try {
      return Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      // The cause would quote the undecodable text.
      throw new IllegalArgumentException("sealing key %s: not base64".formatted(id));
    }
  }

  private static long distinct(byte[] bytes) {
    long distinct = 0;
    byte[] sorted = bytes.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    return distinct;
  }

  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if (b < ' ' || b > '~') {
        return false;
      }
    }
    return true;
  }
}

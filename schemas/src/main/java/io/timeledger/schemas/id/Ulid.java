package io.timeledger.schemas.id;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Random;

/// Universally unique lexicographically sortable identifiers (github.com/ulid/spec): 48 bits of
/// milliseconds and 80 bits of randomness in 26 characters of Crockford's base 32.
public final class Ulid {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final long TIME_BITS = (1L << 48) - 1;
  private static final int RANDOM_BYTES = 10;

  private Ulid() {}

  /// @param random a secure one where ids must not be guessable
  public static String random(Instant time, Random random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return of(time, bytes);
  }

  /// @param random its first ten bytes are used
  public static String of(Instant time, byte[] random) {
    StringBuilder text = new StringBuilder(26);
    append(time.toEpochMilli() & TIME_BITS, 10, text);
    append(fiveBytes(random, 0), 8, text);
    append(fiveBytes(random, 5), 8, text);
    return text.toString();
  }

  /// Deterministic: the same time and seed give the same id.
  public static String seeded(Instant time, String seed) {
    try {
      return of(time, MessageDigest.getInstance("SHA-256").digest(seed.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static void append(long value, int digits, StringBuilder text) {
    for (int digit = digits - 1; digit >= 0; digit--) {
      text.append(ALPHABET.charAt((int) (value >>> (5 * digit)) & 31));
    }
  }

  private static long fiveBytes(byte[] bytes, int from) {
    long value = 0;
    for (int i = from; i < from + 5; i++) {
      value = (value << 8) | (bytes[i] & 0xff);
    }
    return value;
  }
}

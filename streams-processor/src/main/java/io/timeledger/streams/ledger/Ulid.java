package io.timeledger.streams.ledger;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;

/// Universally unique lexicographically sortable identifiers (github.com/ulid/spec): 48 bits of
/// milliseconds and 80 bits of randomness in 26 characters of Crockford's base 32.
final class Ulid {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;
  private static final int RANDOM_BYTES = 10;

  private Ulid() {}

  /// @param random its first 10 bytes are taken
  static String of(Instant time, byte[] random) {
    byte[] bytes =
        ByteBuffer.allocate(6 + RANDOM_BYTES)
            .putShort((short) (time.toEpochMilli() >>> 32))
            .putInt((int) time.toEpochMilli())
            .put(random, 0, RANDOM_BYTES)
            .array();
    BigInteger rest = new BigInteger(1, bytes);
    char[] text = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = ALPHABET.charAt(rest.intValue() & 31);
      rest = rest.shiftRight(5);
    }
    return new String(text);
  }
}

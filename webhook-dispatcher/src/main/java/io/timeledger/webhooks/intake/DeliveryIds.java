package io.timeledger.webhooks.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.id.DeliveryId;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/// Ids that follow from what they are for, so that the same delivery has the same id however
/// often it is made.
public final class DeliveryIds {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;
  private static final int RANDOM_BYTES = 10;

  private DeliveryIds() {}

  /// `dlv_` and a ULID.
  ///
  /// @param at its time
  /// @param seed what it is for
  public static DeliveryId of(Instant at, String seed) {
    return new DeliveryId("dlv_" + ulid(at, seed));
  }

  /// Of the made-up event of a test: `evt_` and a ULID.
  public static String testEvent(Instant at, String seed) {
    return "evt_" + ulid(at, seed);
  }

  private static String ulid(Instant at, String seed) {
    byte[] bytes =
        ByteBuffer.allocate(6 + RANDOM_BYTES)
            .putShort((short) (at.toEpochMilli() >>> 32))
            .putInt((int) at.toEpochMilli())
            .put(sha256(seed), 0, RANDOM_BYTES)
            .array();
    BigInteger rest = new BigInteger(1, bytes);
    char[] text = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = ALPHABET.charAt(rest.intValue() & 31);
      rest = rest.shiftRight(5);
    }
    return new String(text);
  }

  private static byte[] sha256(String seed) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(seed.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}

package io.timeledger.ingest.access;

import java.time.Instant;
import java.util.Random;

/// 48 bits of time and 80 of chance, in Crockford's base 32.
public final class Ulid {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int TIME_CHARACTERS = 10;
  private static final int RANDOM_CHARACTERS = 16;

  private Ulid() {}

  public static String random(Instant now, Random random) {
    StringBuilder text = new StringBuilder(TIME_CHARACTERS + RANDOM_CHARACTERS);
    long millis = now.toEpochMilli();
    for (int i = TIME_CHARACTERS - 1; i >= 0; i--) {
      text.append(ALPHABET.charAt((int) (millis >>> (5 * i)) & 31));
    }
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      text.append(ALPHABET.charAt(random.nextInt(32)));
    }
    return text.toString();
  }
}

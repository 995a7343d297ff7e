package io.timeledger.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UlidTest {

  @Test
  void isItsBitsInBase32() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      byte[] bits = new byte[16];
      random.nextBytes(bits);
      Instant time = Instant.ofEpochMilli(ByteBuffer.wrap(bits).getLong() >>> 16);

      String ulid = Ulid.of(time, Arrays.copyOfRange(bits, 6, bits.length));

      String digits = ulid.chars().mapToObj(UlidTest::digit).reduce("", String::concat);
      assertThat(ulid).hasSize(26);
      assertThat(new BigInteger(digits, 32)).isEqualTo(new BigInteger(1, bits));
    }
  }

  private static String digit(int crockford) {
    return Integer.toString("0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(crockford), 32);
  }
}

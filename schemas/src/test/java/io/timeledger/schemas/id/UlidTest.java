package io.timeledger.schemas.id;

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

      assertThat(ulid).hasSize(26);
      assertThat(bitsOf(ulid)).isEqualTo(new BigInteger(1, bits));
    }
  }

  @Test
  void hasEightyRandomBits() {
    Instant time = Instant.parse("2026-11-23T00:00:00Z");
    BigInteger all = BigInteger.ONE.shiftLeft(80).subtract(BigInteger.ONE);
    Random random = new Random(2);
    BigInteger everSet = BigInteger.ZERO;
    BigInteger alwaysSet = all;
    for (int i = 0; i < 100; i++) {
      BigInteger bits = bitsOf(Ulid.random(time, random));
      assertThat(bits.shiftRight(80).longValue()).isEqualTo(time.toEpochMilli());
      everSet = everSet.or(bits.and(all));
      alwaysSet = alwaysSet.and(bits);
    }
    assertThat(everSet).isEqualTo(all);
    assertThat(alwaysSet).isZero();
  }

  /// Deliveries that are made again must have the ids of before.
  @Test
  void isTheSameForTheSameSeed() {
    assertThat(Ulid.seeded(Instant.ofEpochMilli(1_777_458_180_000L), "evt_1/wh_1/0"))
        .isEqualTo("01KQCC6VX0NR6YPMKMBFXYVCEW");
  }

  private static BigInteger bitsOf(String ulid) {
    return new BigInteger(ulid.chars().mapToObj(UlidTest::digit).reduce("", String::concat), 32);
  }

  private static String digit(int crockford) {
    return Integer.toString("0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(crockford), 32);
  }
}

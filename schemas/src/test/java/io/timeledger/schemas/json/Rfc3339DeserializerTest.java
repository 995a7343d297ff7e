package io.timeledger.schemas.json;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class Rfc3339DeserializerTest {
  private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final long AFTER_LAST = Instant.parse("+10001-01-01T00:00:00Z").getEpochSecond();

  /// Fractions of nine digits, of six, of three, and none.
  private static final int[] DROPPED = {1, 1_000, 1_000_000, 1_000_000_000};

  @Test
  void readsWhatIsWritten() {
    Random random = new Random(3339);
    for (int i = 0; i < 10_000; i++) {
      Instant instant = Instant.ofEpochSecond(random.nextLong(FIRST, AFTER_LAST), nanos(random));
      assertThat(read(Json.MAPPER.writeValueAsString(instant))).isEqualTo(instant);
      assertThat(read(elsewhere(instant, random))).isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T01:02:03Z",
        "2026-11-23t01:02:03.5z",
        "2026-11-23T24:00:00Z",
        "2024-02-29T23:59:59.999999999Z",
        "2026-11-23T01:02:03.123456789+14:00",
        "+10000-01-01T17:59:59.999999999Z",
        "-0001-01-01T00:00:00Z"
      })
  void readsAsTheJdkDoes(String text) {
    assertThat(read("\"" + text + "\"")).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-02-30T00:00:00Z\"",
        "\"2026-11-23T25:00:00Z\"",
        "\"2026-11-23T01:02:60Z\"",
        "\"2026-11-23T01:02:03.1234567891Z\"",
        "\"2026-11-23T01:02:03\"",
        "\"2026-11-23\"",
        "\"2026-11-23T01:02:03Zulu\"",
        "\"yesterday\"",
        "{}",
        "true"
      })
  void refusesWhatIsNone(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(JacksonException.class);
  }

  private static int nanos(Random random) {
    int dropped = DROPPED[random.nextInt(DROPPED.length)];
    return random.nextInt(1_000_000_000) / dropped * dropped;
  }

  private static String elsewhere(Instant instant, Random random) {
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1));
    return '"' + ISO_OFFSET_DATE_TIME.format(instant.atOffset(offset)) + '"';
  }

  private static Instant read(String json) {
    return Json.MAPPER.readValue(json, Instant.class);
  }
}

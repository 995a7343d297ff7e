package io.timeledger.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-04-29T10:23:00Z");

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "' 5 ', 5",
    "0,",
    "-1,",
    "3601, 3600",
    "99999999999999, 3600",
    "soon,",
    "'',",
    "1.5,",
    "'Wed, 29 Apr 2026 10:25:00 GMT', 120",
    "'Wed, 29 Apr 2026 10:00:00 GMT',",
    "'Thu, 30 Apr 2026 10:00:00 GMT', 3600"
  })
  void readsSecondsAndDates(String header, Integer seconds) {
    assertThat(RetryAfter.parse(header, NOW))
        .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
  }
}

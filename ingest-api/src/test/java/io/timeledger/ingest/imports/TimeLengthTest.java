package io.timeledger.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLengthTest {

  @ParameterizedTest
  @CsvSource({
    "1.5, 5400",
    "'1,5', 5400",
    "0.01, 36",
    "8, 28800",
    "0.333333, 1200",
    ".5, 1800",
    "',25', 900",
    "0.00, 0",
    "'1,234.50', 4444200",
    "'1.000,5', 3601800",
    "1 234.5, 4444200",
    "1\u00A0234.5, 4444200",
    "'1,234,567', 4444441200",
    "1:30, 5400",
    "01:30:15, 5415",
    "1h 30m, 5400",
    "45 min, 2700"
  })
  void readsEachNotation(String text, long seconds) {
    assertThat(TimeLength.seconds(text)).hasValue(seconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-1", "-0:30", "1e3", "NaN", "much", "1:75", "1.234.5", "1,23,456", "."})
  void takesNothingElseForALength(String text) {
    assertThat(TimeLength.seconds(text)).isEmpty();
  }
}

package io.timeledger.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTimeTest {

  @ParameterizedTest
  @CsvSource({
    "09:05:07, 09:05:07",
    "9:05, 09:05:00",
    "00:00:00, 00:00:00",
    "23:59, 23:59:00",
    "12:00 AM, 00:00:00",
    "12:30 pm, 12:30:00",
    "1:05:09 PM, 13:05:09",
    "01:05p.m., 13:05:00",
    "9:05\u202FAM, 09:05:00"
  })
  void readsBothClocks(String text, LocalTime expected) throws RowException {
    assertThat(ClockTime.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "24:00", "9", "13:00 PM", "0:30 AM", "09:60", "9:05 XM", "09:05:61"})
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> ClockTime.parse(text)).isInstanceOf(RowException.class);
  }
}

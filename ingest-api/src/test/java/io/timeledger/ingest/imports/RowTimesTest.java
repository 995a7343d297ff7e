package io.timeledger.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowTimesTest {

  @ParameterizedTest
  @CsvSource({"1.5, 5400", "'1,5', 5400", "0.01, 36", "8, 28800", "0.333333, 1200"})
  void readsHoursWithAPointOrAComma(String hours, long seconds) throws RowException {
    RowTimes times = times(hours);

    assertThat(times.seconds()).isEqualTo(seconds);
    assertThat(times.day()).hasToString("2026-04-29");
    assertThat(times.start()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.000,5", "1:30", "1e3", "1000000", "NaN"})
  void refusesWhatIsNoNumberOfHours(String hours) {
    assertThatThrownBy(() -> times(hours)).isInstanceOf(RowException.class);
  }

  private static RowTimes times(String hours) throws RowException {
    return RowTimes.of(
        new CsvRow(2, Map.of(Column.DATE, 0, Column.HOURS, 1), List.of("2026-04-29", hours)),
        ImportFormat.HARVEST,
        DateOrder.YMD,
        ZoneOffset.UTC);
  }
}

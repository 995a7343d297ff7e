package io.timeledger.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTimesTest {
  private static final Map<Column, Integer> SPAN =
      Map.of(
          Column.START_DATE, 0,
          Column.START_TIME, 1,
          Column.END_DATE, 2,
          Column.END_TIME, 3,
          Column.DURATION, 4);

  @Test
  void readsADayAndItsHours() throws RowException {
    RowTimes times = hours("1,5");

    assertThat(times.seconds()).isEqualTo(5400);
    assertThat(times.day()).hasToString("2026-04-29");
    assertThat(times.start()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"'',invalid_hours", "much,invalid_hours", "0.00,no_time", "0:00,no_time"})
  void saysWhyThereIsNoTime(String hours, String code) {
    refuses(() -> hours(hours), code);
  }

  @ParameterizedTest
  @CsvSource({
    // the clock of Berlin goes back from 03:00 to 02:00
    "01:30, 02:30, 01:00:00, 2026-10-24T23:30:00Z, 2026-10-25T00:30:00Z",
    "01:30, 02:30, 02:00:00, 2026-10-24T23:30:00Z, 2026-10-25T01:30:00Z",
    "02:30, 03:30, 1.00, 2026-10-25T01:30:00Z, 2026-10-25T02:30:00Z",
    "02:30, 03:30, 2:00, 2026-10-25T00:30:00Z, 2026-10-25T02:30:00Z",
    "02:15, 02:45, 1:30:00, 2026-10-25T00:15:00Z, 2026-10-25T01:45:00Z",
    // only one reading ends after it starts
    "02:50, 02:10, '', 2026-10-25T00:50:00Z, 2026-10-25T01:10:00Z",
    // nothing is repeated: the duration, rounded perhaps, changes nothing
    "09:00, 10:07, 1:15:00, 2026-10-25T08:00:00Z, 2026-10-25T09:07:00Z",
    "09:00, '', 1:15:00, 2026-10-25T08:00:00Z, 2026-10-25T09:15:00Z"
  })
  void theDurationDecidesARepeatedHour(
      String start, String end, String duration, String from, String to) throws RowException {
    RowTimes times = span("2026-10-25", start, end, duration);

    assertThat(times.start()).hasToString(from);
    assertThat(times.end()).hasToString(to);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-25, 01:30, 02:30, 01:30:00, duration_contradicts",
    "2026-10-25, 01:30, 02:30, 03:00:00, duration_contradicts",
    "2026-10-25, 01:30, 02:30, '', local_time_ambiguous",
    "2026-10-25, 02:10, 02:40, 0:30:00, local_time_ambiguous",
    "2026-10-25, 02:10, '', 0:30:00, local_time_ambiguous",
    "2026-03-29, 02:30, 04:00, 0:30:00, local_time_in_gap",
    "2026-03-29, 01:30, 02:30, 1:00:00, local_time_in_gap",
    "2026-10-24, 09:00, 09:00, 0:00:00, no_time",
    "2026-10-24, 09:00, '', '', incomplete"
  })
  void nothingIsGuessed(String day, String start, String end, String duration, String code) {
    refuses(() -> span(day, start, end, duration), code);
  }

  private interface Reading {
    RowTimes read() throws RowException;
  }

  private static void refuses(Reading reading, String code) {
    assertThatThrownBy(reading::read)
        .isInstanceOfSatisfying(
            RowException.class, e -> assertThat(e.result(2).code()).isEqualTo(code));
  }

  private static RowTimes hours(String hours) throws RowException {
    return RowTimes.of(
        new CsvRow(2, Map.of(Column.DATE, 0, Column.HOURS, 1), List.of("2026-04-29", hours)),
        ImportFormat.HARVEST,
        DateOrder.YMD,
        ZoneId.of("Europe/Berlin"));
  }

  private static RowTimes span(String day, String start, String end, String duration)
      throws RowException {
    return RowTimes.of(
        new CsvRow(2, SPAN, List.of(day, start, end.isEmpty() ? "" : day, end, duration)),
        ImportFormat.TOGGL,
        DateOrder.YMD,
        ZoneId.of("Europe/Berlin"));
  }
}

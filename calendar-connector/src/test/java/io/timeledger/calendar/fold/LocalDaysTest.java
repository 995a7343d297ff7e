package io.timeledger.calendar.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.EventTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDaysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pacific/Auckland",
        "America/Los_Angeles",
        "Asia/Kolkata",
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago"
      })
  void readsTheDateOfWholeDaysAsItIs(String zone) {
    EventTime oneDay = days("2026-03-29", "2026-03-30");
    ZoneId member = ZoneId.of(zone);

    assertThat(LocalDays.logDate(oneDay, member)).isEqualTo("2026-03-29");
  }

  @ParameterizedTest
  @CsvSource({
    "Pacific/Auckland, 2026-12-01",
    "America/Los_Angeles, 2026-11-30",
    "Asia/Kolkata, 2026-11-30",
    "Europe/Berlin, 2026-11-30",
    "Australia/Lord_Howe, 2026-12-01",
    "Pacific/Kiritimati, 2026-12-01"
  })
  void countsAMeetingToTheDayOnWhichItStartsForItsOwner(String zone, LocalDate day) {
    EventTime time = timed("2026-11-30T13:30:00Z", "2026-11-30T14:30:00Z");

    assertThat(LocalDays.logDate(time, ZoneId.of(zone))).isEqualTo(day);
  }

  private static EventTime days(String first, String endExclusive) {
    return new EventTime.AllDay(LocalDate.parse(first), LocalDate.parse(endExclusive));
  }

  private static EventTime timed(String start, String end) {
    return new EventTime.Timed(Instant.parse(start), Instant.parse(end), ZoneId.of("UTC"), false);
  }
}

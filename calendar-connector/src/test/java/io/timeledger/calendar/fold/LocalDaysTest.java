package io.timeledger.calendar.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.EventTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
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
    EventTime twoDays = days("2026-10-24", "2026-10-26");
    ZoneId member = ZoneId.of(zone);

    assertThat(LocalDays.logDate(oneDay, member)).isEqualTo("2026-03-29");
    assertThat(LocalDays.of(oneDay, member)).containsExactly(LocalDate.parse("2026-03-29"));
    assertThat(LocalDays.of(twoDays, member))
        .containsExactly(LocalDate.parse("2026-10-24"), LocalDate.parse("2026-10-25"));
    assertThat(LocalDays.length(twoDays)).isZero();
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

  @ParameterizedTest
  @CsvSource({
    // clocks go forward: a short day
    "Europe/Berlin, 2026-03-29, 23",
    "America/Los_Angeles, 2026-03-08, 23",
    "Pacific/Auckland, 2026-09-27, 23",
    "Australia/Lord_Howe, 2026-10-04, 23.5",
    // clocks go back: a long day
    "Europe/Berlin, 2026-10-25, 25",
    "America/Los_Angeles, 2026-11-01, 25",
    "Pacific/Auckland, 2026-04-05, 25",
    "Australia/Lord_Howe, 2026-04-05, 24.5",
    // clocks do not change
    "Asia/Kolkata, 2026-03-29, 24"
  })
  void measuresADayByItsInstants(ZoneId zone, LocalDate day, double hours) {
    Instant start = day.atStartOfDay(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    EventTime time = new EventTime.Timed(start, end, zone, false);

    assertThat(LocalDays.length(time)).isEqualTo(Duration.ofMinutes(Math.round(hours * 60)));
    assertThat(LocalDays.of(time, zone)).containsExactly(day);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-29T01:30:00+01:00[Europe/Berlin]",
    "Europe/Berlin, 2026-10-25T02:30:00+02:00[Europe/Berlin]",
    "America/Los_Angeles, 2026-11-01T01:30:00-07:00[America/Los_Angeles]",
    "Australia/Lord_Howe, 2026-10-04T01:45:00+10:30[Australia/Lord_Howe]"
  })
  void keepsAnHourAnHourOverAChangeOfClocks(ZoneId zone, ZonedDateTime start) {
    EventTime time =
        new EventTime.Timed(start.toInstant(), start.plusHours(1).toInstant(), zone, false);

    assertThat(LocalDays.length(time)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void takesADayIntoAccountOnlyIfTimeOfItIsUsed() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");

    assertThat(LocalDays.of(timed("2026-11-29T22:00:00Z", "2026-11-29T23:00:00Z"), berlin))
        .isEqualTo(List.of(LocalDate.parse("2026-11-29")));
    assertThat(LocalDays.of(timed("2026-11-29T22:00:00Z", "2026-11-29T23:00:01Z"), berlin))
        .hasSize(2);
    assertThat(LocalDays.of(timed("2026-11-29T23:00:00Z", "2026-11-29T23:00:00Z"), berlin))
        .isEqualTo(List.of(LocalDate.parse("2026-11-30")));
    assertThat(
            LocalDays.of(
                new EventTime.Timed(Instant.parse("2026-11-29T23:00:00Z"), null, berlin, false),
                berlin))
        .isEqualTo(List.of(LocalDate.parse("2026-11-30")));
  }

  private static EventTime days(String first, String endExclusive) {
    return new EventTime.AllDay(LocalDate.parse(first), LocalDate.parse(endExclusive));
  }

  private static EventTime timed(String start, String end) {
    return new EventTime.Timed(Instant.parse(start), Instant.parse(end), ZoneId.of("UTC"), false);
  }
}

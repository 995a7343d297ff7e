package io.timeledger.calendar.provider.ics;

import static io.timeledger.calendar.provider.ics.Files.event;
import static io.timeledger.calendar.provider.ics.Files.only;
import static io.timeledger.calendar.provider.ics.Files.timed;
import static io.timeledger.calendar.provider.ics.Files.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.SourceEvent;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcsZonesTest {
  /// Berlin's transitions under an unknown name.
  private static final String CUSTOM =
      """
      BEGIN:VTIMEZONE
      TZID:Customized Time Zone
      BEGIN:STANDARD
      DTSTART:16010101T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010101T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
      END:DAYLIGHT
      END:VTIMEZONE
      """;

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-11-10T09:00:00Z, Europe/Berlin, false",
    "europe/berlin, 2026-11-10T09:00:00Z, Europe/Berlin, false",
    "W. Europe Standard Time, 2026-11-10T09:00:00Z, Europe/Berlin, false",
    "Pacific Standard Time, 2026-11-10T18:00:00Z, America/Los_Angeles, false",
    "/mozilla.org/20070129_1/Asia/Kolkata, 2026-11-10T04:30:00Z, Asia/Kolkata, false",
    "/softwarestudio.org/America/Argentina/Buenos_Aires, 2026-11-10T13:00:00Z,"
        + " America/Argentina/Buenos_Aires, false",
    "UTC, 2026-11-10T10:00:00Z, UTC, false",
    "Etc/GMT+5, 2026-11-10T15:00:00Z, Etc/GMT+5, false",
    "tzone://Microsoft/Custom, 2026-11-10T09:00:00Z, Europe/Berlin, true",
    "Mars/Olympus, 2026-11-10T09:00:00Z, Europe/Berlin, true"
  })
  void readsTimesByTheRulesOfTheirZone(String tzid, String instant, ZoneId zone, boolean guessed)
      throws ProviderException {
    EventTime.Timed time =
        timed(only(event("UID:u", "DTSTART;TZID=\"" + tzid + "\":20261110T100000")));

    assertThat(time.startText()).isEqualTo(instant);
    assertThat(time.zone()).isEqualTo(zone);
    assertThat(time.zoneGuessed()).isEqualTo(guessed);
  }

  @Test
  void readsFloatingTimesInTheMembersZone() throws ProviderException {
    EventTime.Timed time = timed(only(event("UID:u", "DTSTART:20261110T100000")));

    assertThat(time.startText()).isEqualTo("2026-11-10T09:00:00Z");
    assertThat(time.zoneGuessed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "20260329T015900, 2026-03-29T00:59:00Z",
    "20260329T030000, 2026-03-29T01:00:00Z",
    "20260701T100000, 2026-07-01T08:00:00Z",
    "20261025T015900, 2026-10-24T23:59:00Z",
    "20261025T030000, 2026-10-25T02:00:00Z",
    "20261110T100000, 2026-11-10T09:00:00Z"
  })
  void readsAnUnknownZoneByItsDescription(String local, String instant) throws ProviderException {
    EventTime.Timed time =
        timed(
            Files.events(
                    window("2026-01-01", "2027-01-01", ZoneId.of("Asia/Tokyo")),
                    CUSTOM,
                    event("UID:u", "DTSTART;TZID=Customized Time Zone:" + local))
                .getFirst());

    assertThat(time.startText()).isEqualTo(instant);
    assertThat(time.zoneGuessed()).isFalse();
  }

  @Test
  void believesIanaMoreThanTheFile() throws ProviderException {
    String wrong = CUSTOM.replace("Customized Time Zone", "Asia/Tokyo");

    assertThat(
            only(wrong, event("UID:u", "DTSTART;TZID=Asia/Tokyo:20261110T100000"))
                .time()
                .startText())
        .isEqualTo("2026-11-10T01:00:00Z");
  }

  @Test
  void believesTheNameThatAnUnknownZoneGivesItself() throws ProviderException {
    String named =
        CUSTOM.replace("TZID:Customized Time Zone", "TZID:Own\nX-LIC-LOCATION:America/New_York");
    EventTime.Timed time = timed(only(named, event("UID:u", "DTSTART;TZID=Own:20261110T100000")));

    assertThat(time.startText()).isEqualTo("2026-11-10T15:00:00Z");
    assertThat(time.zone()).isEqualTo(ZoneId.of("America/New_York"));
  }

  @ParameterizedTest
  @CsvSource({
    "TZOFFSETTO:+0100, TZOFFSETTO:+9900",
    "TZOFFSETTO:+0100, X-NONE:1",
    "DTSTART:16010101T030000, DTSTART:soon",
    "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10, FREQ=SECONDLY",
    "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10, FREQ=NEVER"
  })
  void guessesTheMembersZoneWhenTheDescriptionMakesNoSense(String good, String bad)
      throws ProviderException {
    EventTime.Timed time =
        timed(
            only(
                CUSTOM.replace(good, bad),
                event("UID:u", "DTSTART;TZID=Customized Time Zone:20261110T100000")));

    assertThat(time.startText()).isEqualTo("2026-11-10T09:00:00Z");
    assertThat(time.zoneGuessed()).isTrue();
  }

  @Test
  void expandsASeriesInAnUnknownZone() throws ProviderException {
    List<SourceEvent> read =
        Files.events(
            window("2026-10-20", "2026-10-31", Files.BERLIN),
            CUSTOM,
            event(
                "UID:u",
                "DTSTART;TZID=Customized Time Zone:20260601T100000",
                "RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20261029T090000Z"));

    assertThat(Files.starts(read)).containsExactly("2026-10-22T08:00:00Z", "2026-10-29T09:00:00Z");
  }

  @Test
  void agreesWithJavasClocksOnEveryHourOfAYear() {
    IcsZones none =
        new IcsZones(
            Files.BERLIN,
            List.of(),
            new ZoneTableBuilder(Files.NOVEMBER.start(), new RecurrenceBudget()));
    ZoneClock clock = none.clock(null);
    ZoneId zone = Files.BERLIN;
    for (LocalDateTime local = LocalDateTime.parse("2026-01-01T00:30:00");
        local.getYear() == 2026;
        local = local.plusHours(1)) {
      assertThat(clock.instant(local)).isEqualTo(local.atZone(zone).toInstant());
    }
  }
}

package io.timeledger.calendar.provider.ics;

import static io.timeledger.calendar.provider.ics.Files.event;
import static io.timeledger.calendar.provider.ics.Files.events;
import static io.timeledger.calendar.provider.ics.Files.starts;
import static io.timeledger.calendar.provider.ics.Files.timed;
import static io.timeledger.calendar.provider.ics.Files.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcsSeriesTest {
  private static final String[] WEEKLY = {
    "UID:w",
    "DTSTART;TZID=Europe/Berlin:20261102T100000",
    "DTEND;TZID=Europe/Berlin:20261102T110000",
    "RRULE:FREQ=WEEKLY",
    "SUMMARY:Weekly"
  };

  @Test
  void hasAnInstanceForEachWeekOfTheWindow() throws ProviderException {
    List<SourceEvent> read = events(event(WEEKLY));

    assertThat(starts(read))
        .containsExactly(
            "2026-11-02T09:00:00Z",
            "2026-11-09T09:00:00Z",
            "2026-11-16T09:00:00Z",
            "2026-11-23T09:00:00Z",
            "2026-11-30T09:00:00Z");
    assertThat(read)
        .allSatisfy(
            instance -> {
              assertThat(instance.uid()).isEqualTo("w");
              assertThat(instance.seriesRef()).isEqualTo("w");
              assertThat(instance.recurring()).isTrue();
              assertThat(instance.originalStart()).isEqualTo(instance.time().startText());
              assertThat(instance.eventRef()).isEqualTo("w/" + instance.originalStart());
              assertThat(instance.title()).isEqualTo("Weekly");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=WEEKLY;COUNT=2, 2",
    "FREQ=WEEKLY;UNTIL=20261116T090000Z, 3",
    "FREQ=WEEKLY;UNTIL=20261116T085959Z, 2",
    "FREQ=WEEKLY;UNTIL=20261116T100000, 3",
    "FREQ=WEEKLY;UNTIL=20261116, 3",
    "FREQ=WEEKLY;INTERVAL=2, 3",
    "'FREQ=WEEKLY;BYDAY=MO,WE', 9",
    "freq=daily;count=3, 3",
    "FREQ=WEEKLY;COUNT=100000000000, 5",
    "FREQ=MONTHLY;BYDAY=1MO, 1",
    "FREQ=DAILY;X-SOMETHING=1;COUNT=3, 3",
    "RSCALE=GREGORIAN;FREQ=DAILY;COUNT=3, 3",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30, 1"
  })
  void followsItsRule(String rule, int instances) throws ProviderException {
    String[] lines = WEEKLY.clone();
    lines[3] = "RRULE:" + rule;

    assertThat(events(event(lines))).hasSize(instances);
  }

  @Test
  void followsARuleThatBeganLongAgo() throws ProviderException {
    assertThat(
            events(
                event(
                    "UID:u",
                    "DTSTART;TZID=Europe/Berlin:19970106T100000",
                    "DURATION:PT1H",
                    "RRULE:FREQ=WEEKLY;COUNT=1559")))
        .hasSize(3);
    assertThat(
            events(
                event(
                    "UID:u",
                    "DTSTART;VALUE=DATE:19000101",
                    "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=-1TH")))
        .extracting(SourceEvent::originalStart)
        .containsExactly("2026-11-26");
  }

  @Test
  void addsAndLeavesOutDates() throws ProviderException {
    List<SourceEvent> read =
        events(
            event(
                "UID:w",
                "DTSTART;TZID=Europe/Berlin:20261102T100000",
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY",
                "EXDATE;TZID=Europe/Berlin:20261109T100000,20261116T100000",
                "EXDATE:20261123T090000Z",
                "RDATE;TZID=America/New_York:20261110T050000",
                "RDATE;VALUE=PERIOD:20261111T120000Z/PT3H,20261112T120000Z/20261112T140000Z"));

    assertThat(starts(read))
        .containsExactly(
            "2026-11-02T09:00:00Z",
            "2026-11-10T10:00:00Z",
            "2026-11-11T12:00:00Z",
            "2026-11-12T12:00:00Z",
            "2026-11-30T09:00:00Z");
    assertThat(
            read.stream()
                .map(Files::timed)
                .map(time -> Duration.between(time.start(), time.end()).toHours())
                .sorted())
        .containsExactly(1L, 1L, 1L, 2L, 3L);
  }

  @Test
  void leavesOutDaysOfASeriesWithTimes() throws ProviderException {
    assertThat(events(event(with(WEEKLY, "EXDATE;VALUE=DATE:20261109,20261116")))).hasSize(3);
  }

  @Test
  void leavesOutDatesOfAnExceptionRule() throws ProviderException {
    assertThat(starts(events(event(with(WEEKLY, "EXRULE:FREQ=WEEKLY;INTERVAL=2")))))
        .containsExactly("2026-11-09T09:00:00Z", "2026-11-23T09:00:00Z");
  }

  @Test
  void putsAnInstanceThatDiffersInPlaceOfItsOwn() throws ProviderException {
    List<SourceEvent> read =
        events(
            event(WEEKLY),
            event(
                "UID:w",
                "RECURRENCE-ID;TZID=Europe/Berlin:20261109T100000",
                "DTSTART;TZID=Europe/Berlin:20261110T140000",
                "DTEND;TZID=Europe/Berlin:20261110T150000"),
            event(
                "UID:w",
                "RECURRENCE-ID:20261116T090000Z",
                "DTSTART:20261116T090000Z",
                "DTEND:20261116T093000Z",
                "SUMMARY:Short",
                "STATUS:CANCELLED"));

    assertThat(read).hasSize(5);
    SourceEvent moved = find(read, "2026-11-09T09:00:00Z");
    assertThat(moved.time().startText()).isEqualTo("2026-11-10T13:00:00Z");
    assertThat(moved.title()).isEqualTo("Weekly");
    SourceEvent cancelled = find(read, "2026-11-16T09:00:00Z");
    assertThat(cancelled.cancelled()).isTrue();
    assertThat(cancelled.title()).isEqualTo("Short");
  }

  @Test
  void followsInstancesInAndOutOfTheWindow() throws ProviderException {
    List<SourceEvent> read =
        events(
            event(WEEKLY),
            event("UID:w", "RECURRENCE-ID:20261109T090000Z", "DTSTART:20261209T090000Z"),
            event("UID:w", "RECURRENCE-ID:20261207T090000Z", "DTSTART:20261120T090000Z"));

    assertThat(read)
        .extracting(SourceEvent::originalStart)
        .doesNotContain("2026-11-09T09:00:00Z")
        .contains("2026-12-07T09:00:00Z")
        .hasSize(5);
  }

  @Test
  void takesTheNewestOfInstances() throws ProviderException {
    List<SourceEvent> read =
        events(
            event(WEEKLY),
            event(
                "UID:w",
                "SEQUENCE:2",
                "RECURRENCE-ID:20261109T090000Z",
                "DTSTART:20261109T090000Z",
                "SUMMARY:Two"),
            event(
                "UID:w",
                "SEQUENCE:1",
                "RECURRENCE-ID:20261109T090000Z",
                "DTSTART:20261109T090000Z",
                "SUMMARY:One"));

    assertThat(find(read, "2026-11-09T09:00:00Z").title()).isEqualTo("Two");
    assertThat(read).hasSize(5);
  }

  @Test
  void readsInstancesWithoutTheirSeries() throws ProviderException {
    SourceEvent read =
        Files.only(event("UID:w", "RECURRENCE-ID:20261109T090000Z", "DTSTART:20261109T100000Z"));

    assertThat(read.recurring()).isTrue();
    assertThat(read.originalStart()).isEqualTo("2026-11-09T09:00:00Z");
    assertThat(read.eventRef()).isEqualTo("w/2026-11-09T09:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "RECURRENCE-ID;VALUE=DATE:20261109",
    "RECURRENCE-ID;TZID=Europe/Berlin:20261109T100000",
    "RECURRENCE-ID:20261109T090000Z",
    "RECURRENCE-ID;TZID=America/New_York:20261109T040000",
    "RECURRENCE-ID:20261109T100000"
  })
  void findsTheInstanceHoweverItIsNamed(String id) throws ProviderException {
    List<SourceEvent> read = events(event(WEEKLY), event("UID:w", id, "DTSTART:20261109T150000Z"));

    assertThat(read).hasSize(5);
    assertThat(find(read, "2026-11-09T09:00:00Z").time().startText())
        .isEqualTo("2026-11-09T15:00:00Z");
  }

  @Test
  void movesThisAndAllLaterInstances() throws ProviderException {
    List<SourceEvent> read =
        events(
            event(WEEKLY),
            event(
                "UID:w",
                "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261116T100000",
                "DTSTART;TZID=Europe/Berlin:20261117T130000",
                "DTEND;TZID=Europe/Berlin:20261117T150000",
                "SUMMARY:Later"),
            event(
                "UID:w",
                "RECURRENCE-ID;TZID=Europe/Berlin:20261123T100000",
                "DTSTART;TZID=Europe/Berlin:20261123T100000",
                "DTEND;TZID=Europe/Berlin:20261123T103000",
                "SUMMARY:Itself"));

    assertThat(read)
        .extracting(
            event -> event.originalStart() + " " + event.time().startText() + " " + event.title())
        .containsExactlyInAnyOrder(
            "2026-11-02T09:00:00Z 2026-11-02T09:00:00Z Weekly",
            "2026-11-09T09:00:00Z 2026-11-09T09:00:00Z Weekly",
            "2026-11-16T09:00:00Z 2026-11-17T12:00:00Z Later",
            "2026-11-23T09:00:00Z 2026-11-23T09:00:00Z Itself");
    Window december = window("2026-12-01", "2026-12-08", Files.BERLIN);
    assertThat(
            events(
                december,
                event(WEEKLY),
                event(
                    "UID:w",
                    "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261116T100000",
                    "DTSTART;TZID=Europe/Berlin:20261117T130000",
                    "DTEND;TZID=Europe/Berlin:20261117T150000")))
        .extracting(event -> event.originalStart() + " " + event.time().startText())
        .containsExactly("2026-11-30T09:00:00Z 2026-12-01T12:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 20260301T013000, 20260301T023000, 2026-03-28, 2026-03-31",
    "Europe/Berlin, 20261001T023000, 20261001T033000, 2026-10-24, 2026-10-27",
    "America/Los_Angeles, 20260301T013000, 20260301T023000, 2026-03-07, 2026-03-10",
    "America/Los_Angeles, 20261001T013000, 20261001T023000, 2026-10-31, 2026-11-03",
    "Pacific/Auckland, 20260301T023000, 20260301T033000, 2026-04-04, 2026-04-07",
    "Pacific/Auckland, 20260901T013000, 20260901T023000, 2026-09-26, 2026-09-29",
    "Australia/Lord_Howe, 20260901T014500, 20260901T024500, 2026-10-03, 2026-10-06",
    "Asia/Kolkata, 20260301T013000, 20260301T023000, 2026-03-28, 2026-03-31"
  })
  void keepsAnHourAnHourAndItsPlaceOnTheClock(
      ZoneId zone, String start, String end, String from, String to) throws ProviderException {
    List<SourceEvent> read =
        events(
            window(from, to, zone),
            event(
                "UID:u",
                "DTSTART;TZID=" + zone + ":" + start,
                "DTEND;TZID=" + zone + ":" + end,
                "RRULE:FREQ=DAILY"));

    assertThat(read).hasSize(3);
    for (SourceEvent instance : read) {
      EventTime.Timed time = timed(instance);
      assertThat(Duration.between(time.start(), time.end())).isEqualTo(Duration.ofHours(1));
    }
    // The day before and the day after the change show the same time.
    assertThat(starts(read).getFirst()).isNotEqualTo(starts(read).getLast());
    assertThat(timed(first(read)).start().atZone(zone).toLocalTime())
        .isEqualTo(timed(last(read)).start().atZone(zone).toLocalTime());
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-29, 23",
    "Europe/Berlin, 2026-10-25, 25",
    "America/Los_Angeles, 2026-03-08, 23",
    "America/Los_Angeles, 2026-11-01, 25",
    "Pacific/Auckland, 2026-04-05, 25",
    "Pacific/Auckland, 2026-09-27, 23",
    "Asia/Kolkata, 2026-03-29, 24"
  })
  void measuresADayFromMidnightToMidnight(ZoneId zone, LocalDate day, int hours)
      throws ProviderException {
    String basic = day.toString().replace("-", "");
    String next = day.plusDays(1).toString().replace("-", "");
    Window window = new Window(day, day.plusDays(1), zone);
    String[] single = {
      "UID:a",
      "DTSTART;TZID=" + zone + ":" + basic + "T000000",
      "DTEND;TZID=" + zone + ":" + next + "T000000"
    };
    String[] series = {
      "UID:b",
      "DTSTART;TZID=" + zone + ":20260101T000000",
      "DTEND;TZID=" + zone + ":20260102T000000",
      "RRULE:FREQ=DAILY"
    };

    for (SourceEvent event : events(window, event(single), event(series))) {
      EventTime.Timed time = timed(event);
      assertThat(Duration.between(time.start(), time.end())).isEqualTo(Duration.ofHours(hours));
    }
    assertThat(events(window, event(single), event(series))).hasSize(2);
  }

  @Test
  void readsAStartThatTheClockSkipsOrShowsTwice() throws ProviderException {
    Window spring = window("2026-03-29", "2026-03-30", Files.BERLIN);
    Window autumn = window("2026-10-25", "2026-10-26", Files.BERLIN);

    assertThat(starts(events(spring, event("UID:u", "DTSTART;TZID=Europe/Berlin:20260329T023000"))))
        .containsExactly("2026-03-29T01:30:00Z");
    assertThat(starts(events(autumn, event("UID:u", "DTSTART;TZID=Europe/Berlin:20261025T023000"))))
        .containsExactly("2026-10-25T00:30:00Z");
  }

  @Test
  void readsWholeDaysAsASeriesOfDates() throws ProviderException {
    List<SourceEvent> read =
        events(
            event(
                "UID:u",
                "DTSTART;VALUE=DATE:20261030",
                "DTEND;VALUE=DATE:20261102",
                "RRULE:FREQ=WEEKLY;BYHOUR=9;UNTIL=20261113T225959Z",
                "EXDATE;VALUE=DATE:20261106"));

    assertThat(read)
        .extracting(SourceEvent::originalStart)
        .containsExactly("2026-10-30", "2026-11-13");
    assertThat(read.getFirst().eventRef()).isEqualTo("u/2026-10-30");
  }

  @Test
  void showsAnInstanceThatReachesIntoTheWindow() throws ProviderException {
    List<SourceEvent> read =
        events(
            event(
                "UID:u",
                "DTSTART:20260102T000000Z",
                "DTEND:20260112T000000Z",
                "RRULE:FREQ=MONTHLY;BYMONTHDAY=25"));

    assertThat(read)
        .extracting(SourceEvent::originalStart)
        .containsExactly("2026-10-25T00:00:00Z", "2026-11-25T00:00:00Z");
  }

  private static String[] with(String[] lines, String more) {
    String[] all = Arrays.copyOf(lines, lines.length + 1);
    all[lines.length] = more;
    return all;
  }

  private static SourceEvent find(List<SourceEvent> events, String originalStart) {
    return events.stream()
        .filter(event -> originalStart.equals(event.originalStart()))
        .findFirst()
        .orElseThrow();
  }

  private static SourceEvent first(List<SourceEvent> events) {
    return events.stream()
        .min(Comparator.comparing(event -> Instant.parse(event.time().startText())))
        .orElseThrow();
  }

  private static SourceEvent last(List<SourceEvent> events) {
    return events.stream()
        .max(Comparator.comparing(event -> Instant.parse(event.time().startText())))
        .orElseThrow();
  }
}

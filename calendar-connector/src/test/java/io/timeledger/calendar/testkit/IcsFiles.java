package io.timeledger.calendar.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// ICS files with meetings around today.
public final class IcsFiles {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private IcsFiles() {}

  public static String of(String... events) {
    return Stream.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//timeledger//test//EN",
                "X-WR-CALNAME:Ann",
                Stream.of(events).collect(Collectors.joining("\r\n")),
                "END:VCALENDAR")
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\r\n"))
        + "\r\n";
  }

  /// A meeting of one hour.
  public static String meeting(String uid, String title, Instant start, String... more) {
    return Stream.concat(
            Stream.of(
                "BEGIN:VEVENT",
                "UID:" + uid,
                "DTSTAMP:20260101T000000Z",
                "DTSTART:" + UTC.format(start),
                "DTEND:" + UTC.format(start.plus(1, ChronoUnit.HOURS)),
                "SUMMARY:" + title),
            Stream.concat(Stream.of(more), Stream.of("END:VEVENT")))
        .collect(Collectors.joining("\r\n"));
  }

  public static String allDay(String uid, String title, LocalDate day) {
    return String.join(
        "\r\n",
        "BEGIN:VEVENT",
        "UID:" + uid,
        "DTSTAMP:20260101T000000Z",
        "DTSTART;VALUE=DATE:" + day.format(DateTimeFormatter.BASIC_ISO_DATE),
        "SUMMARY:" + title,
        "END:VEVENT");
  }

  /// Today at noon UTC, plus `hours`.
  public static Instant noon(int hours) {
    return Instant.now()
        .truncatedTo(ChronoUnit.DAYS)
        .plus(12, ChronoUnit.HOURS)
        .plus(hours, ChronoUnit.HOURS);
  }
}

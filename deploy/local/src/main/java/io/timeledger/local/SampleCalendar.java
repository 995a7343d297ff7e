package io.timeledger.local;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;

/// Weeks of meetings around a day: a series, a customer, a private event, a tentative one, one that
/// keeps the time free, and one of a whole day.
final class SampleCalendar {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final StringBuilder text = new StringBuilder();
  private int events;

  private SampleCalendar() {}

  /// As iCalendar (RFC 5545).
  static String around(LocalDate today) {
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
    SampleCalendar calendar = new SampleCalendar();
    calendar.lines(
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Timeledger//Sample//EN",
        "X-WR-CALNAME:Work",
        "REFRESH-INTERVAL;VALUE=DURATION:PT15M");
    calendar.meeting(
        monday,
        "09:30",
        "09:45",
        "Daily standup",
        "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=15");
    for (LocalDate week = monday; !week.isAfter(today.plusWeeks(1)); week = week.plusWeeks(1)) {
      calendar.meeting(
          week, "10:00", "11:30", "Sprint planning", "ATTENDEE:mailto:lead@demo.example");
      calendar.meeting(
          week.plusDays(1),
          "14:00",
          "15:00",
          "Acme: review of the checkout",
          "ORGANIZER:mailto:buyer@acme.example",
          "ATTENDEE:mailto:member@demo.example",
          "ATTENDEE:mailto:buyer@acme.example");
      calendar.meeting(week.plusDays(2), "12:00", "13:00", "Dentist", "CLASS:PRIVATE");
      calendar.meeting(
          week.plusDays(3), "16:00", "17:00", "Maybe: design talk", "STATUS:TENTATIVE");
      calendar.meeting(week.plusDays(4), "13:00", "14:00", "Keep free", "TRANSP:TRANSPARENT");
    }
    calendar.wholeDay(today.plusDays(3), "Team day");
    return calendar.end();
  }

  private void meeting(LocalDate day, String from, String to, String title, String... more) {
    lines("BEGIN:VEVENT", "UID:sample-" + ++events + "@demo.example", "SUMMARY:" + title);
    lines(
        "DTSTAMP:20260101T000000Z",
        "DTSTART;TZID=%s:%s".formatted(ZONE, day.atTime(LocalTime.parse(from)).format(LOCAL)),
        "DTEND;TZID=%s:%s".formatted(ZONE, day.atTime(LocalTime.parse(to)).format(LOCAL)));
    lines(more);
    lines("END:VEVENT");
  }

  private void wholeDay(LocalDate day, String title) {
    lines("BEGIN:VEVENT", "UID:sample-" + ++events + "@demo.example", "SUMMARY:" + title);
    lines(
        "DTSTAMP:20260101T000000Z",
        "DTSTART;VALUE=DATE:" + day.format(DAY),
        "DTEND;VALUE=DATE:" + day.plusDays(1).format(DAY),
        "END:VEVENT");
  }

  private String end() {
    lines("END:VCALENDAR");
    return text.toString();
  }

  private void lines(String... lines) {
    for (String line : lines) {
      text.append(line).append("\r\n");
    }
  }
}

package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// Builds and parses files in tests. By default for Anna, who is in Berlin, in November 2026.
final class Files {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final CalendarOwner ANNA = new CalendarOwner(BERLIN, Set.of("Anna@Example.com"));
  static final Window NOVEMBER = window("2026-11-01", "2026-12-01", BERLIN);

  private Files() {}

  static Window window(String from, String toExclusive, ZoneId zone) {
    return new Window(LocalDate.parse(from), LocalDate.parse(toExclusive), zone);
  }

  static String calendar(String... components) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n"
        + String.join("", components)
        + "END:VCALENDAR\r\n";
  }

  static String event(String... lines) {
    return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
  }

  static IcsContent parse(String text) throws ProviderException {
    return IcsParser.parse(text, NOVEMBER, ANNA);
  }

  static List<SourceEvent> events(Window window, String... components) throws ProviderException {
    return IcsParser.parse(calendar(components), window, ANNA).events();
  }

  static List<SourceEvent> events(String... components) throws ProviderException {
    return events(NOVEMBER, components);
  }

  static SourceEvent only(String... components) throws ProviderException {
    List<SourceEvent> events = events(components);
    if (events.size() != 1) {
      throw new AssertionError("events: " + events);
    }
    return events.getFirst();
  }

  static List<String> starts(List<SourceEvent> events) {
    return events.stream().map(event -> event.time().startText()).sorted().toList();
  }

  static EventTime.Timed timed(SourceEvent event) {
    return (EventTime.Timed) event.time();
  }
}

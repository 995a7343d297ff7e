package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The components of an iCalendar file (RFC 5545). The parser is lenient: it skips lines that it
/// cannot parse and counts events without a proper end; all others are kept.
///
/// @param head the first calendar's own properties
/// @param events in file order
/// @param zones time zones that the file defines
/// @param broken number of events without a proper end
record IcsFile(IcsComponent head, List<IcsComponent> events, List<IcsComponent> zones, int broken) {

  /// The properties that are read. Descriptions, locations and attachments are not kept.
  private static final Set<String> READ =
      Set.of(
          "UID",
          "SEQUENCE",
          "RECURRENCE-ID",
          "DTSTART",
          "DTEND",
          "DURATION",
          "RRULE",
          "RDATE",
          "EXRULE",
          "EXDATE",
          "SUMMARY",
          "STATUS",
          "TRANSP",
          "CLASS",
          "X-MICROSOFT-CDO-BUSYSTATUS",
          "ORGANIZER",
          "ATTENDEE",
          "TZID",
          "X-LIC-LOCATION",
          "TZOFFSETFROM",
          "TZOFFSETTO",
          "NAME",
          "X-WR-CALNAME",
          "X-WR-TIMEZONE",
          "REFRESH-INTERVAL",
          "X-PUBLISHED-TTL");

  private static final String CALENDAR = "VCALENDAR";
  private static final String EVENT = "VEVENT";
  private static final String ZONE = "VTIMEZONE";

  /// Maximum nesting; a calendar with an event with an alarm needs 3.
  private static final int DEEPEST = 8;

  /// @throws ProviderException if the text is not a calendar, or ends within one
  static IcsFile read(String text) throws ProviderException {
    Reading reading = new Reading();
    IcsLines lines = new IcsLines(text);
    for (String line = lines.next(); line != null; line = lines.next()) {
      reading.take(line);
    }
    return reading.end();
  }

  private static final class Reading {
    private final Deque<IcsComponent> open = new ArrayDeque<>();
    private final List<IcsComponent> calendars = new ArrayList<>();
    private final List<IcsComponent> events = new ArrayList<>();
    private final List<IcsComponent> zones = new ArrayList<>();
    private int broken;
    private int tooDeep;

    void take(String line) {
      int end = ContentLine.nameEnd(line);
      if (end < 0) {
        return;
      }
      String name = line.substring(0, end).toUpperCase(Locale.ROOT);
      if (name.equals("BEGIN")) {
        begin(word(line, end));
      } else if (name.equals("END")) {
        end(word(line, end));
      } else if (tooDeep == 0 && !open.isEmpty() && READ.contains(name)) {
        ContentLine.parse(line).ifPresent(open.element()::add);
      }
    }

    IcsFile end() throws ProviderException {
      if (calendars.isEmpty()) {
        throw new ProviderException(new ProviderFault.Permanent(FaultReason.NOT_A_CALENDAR));
      }
      if (!open.isEmpty()) {
        throw new ProviderException(new ProviderFault.Transient(FaultReason.TRUNCATED));
      }
      return new IcsFile(calendars.getFirst(), events, zones, broken);
    }

    private void begin(String name) {
      if (name.isEmpty()) {
        return;
      }
      if (open.isEmpty()) {
        if (name.equals(CALENDAR)) {
          IcsComponent calendar = new IcsComponent(name);
          calendars.add(calendar);
          open.push(calendar);
        }
        return;
      }
      if (name.equals(EVENT) || name.equals(CALENDAR)) {
        // Neither can be nested: open components lack their end.
        closeDownToCalendar();
        if (name.equals(CALENDAR)) {
          return;
        }
      }
      if (tooDeep > 0 || open.size() >= DEEPEST) {
        tooDeep++;
        return;
      }
      open.push(new IcsComponent(name));
    }

    private void end(String name) {
      if (tooDeep > 0) {
        tooDeep--;
        return;
      }
      if (open.stream().noneMatch(component -> component.name().equals(name))) {
        return;
      }
      while (!open.element().name().equals(name)) {
        abandon(open.pop());
      }
      close(open.pop());
    }

    private void closeDownToCalendar() {
      tooDeep = 0;
      while (open.size() > 1) {
        abandon(open.pop());
      }
    }

    private void abandon(IcsComponent component) {
      if (component.name().equals(EVENT)) {
        broken++;
      }
    }

    private void close(IcsComponent component) {
      switch (component.name()) {
        case EVENT -> events.add(component);
        case ZONE -> zones.add(component);
        case "STANDARD", "DAYLIGHT" -> {
          if (open.peek() != null) {
            open.element().add(component);
          }
        }
        default -> {
          // Other components are ignored.
        }
      }
    }

    private static String word(String line, int end) {
      return line.substring(end + 1).strip().toUpperCase(Locale.ROOT);
    }
  }
}

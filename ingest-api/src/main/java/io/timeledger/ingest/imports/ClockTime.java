package io.timeledger.ingest.imports;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times of day on a 24- or 12-hour clock.
final class ClockTime {
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?[\\s\\u00A0\\u202F]*(?:([ap])\\.?[\\s\\u00A0\\u202F]?m\\.?)?");

  private ClockTime() {}

  static LocalTime parse(String text) throws RowException {
    Matcher time = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (time.matches()) {
      try {
        int seconds = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        return LocalTime.of(hour(time), Integer.parseInt(time.group(2)), seconds);
      } catch (DateTimeException e) {
        throw wrong(text);
      }
    }
    throw wrong(text);
  }

  private static int hour(Matcher time) {
    int hour = Integer.parseInt(time.group(1));
    String half = time.group(4);
    if (half == null) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("hour of a 12-hour clock: " + hour);
    }
    return hour % 12 + (half.equals("p") ? 12 : 0);
  }

  private static RowException wrong(String text) {
    return new RowException("invalid_time", "\"%.40s\" is no time of day.".formatted(text));
  }
}

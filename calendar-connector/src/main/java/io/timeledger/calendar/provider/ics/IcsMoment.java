package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.UnreadableItemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date or a date with time (RFC 5545 §3.3.4 and §3.3.5).
sealed interface IcsMoment {
  Pattern FORM = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)(\\d\\d)?(Z)?)?");

  /// A date without a zone.
  record Day(LocalDate date) implements IcsMoment {
    @Override
    public String key() {
      return date.toString();
    }

    @Override
    public LocalDateTime local() {
      return date.atStartOfDay();
    }
  }

  /// A local time with the clock that it is read by.
  record Wall(LocalDateTime local, ZoneClock clock) implements IcsMoment {
    Instant instant() {
      return clock.instant(local);
    }

    @Override
    public String key() {
      return instant().toString();
    }
  }

  /// ISO 8601: an instant in UTC, or a date.
  String key();

  LocalDateTime local();

  /// The same kind of moment at another local time.
  default IcsMoment at(LocalDateTime other) {
    return switch (this) {
      case Day day -> new Day(other.toLocalDate());
      case Wall wall -> new Wall(other, wall.clock());
    };
  }

  /// @throws UnreadableItemException if the value is not a date or time
  static IcsMoment parse(ContentLine line, IcsZones zones) {
    return parse(line.value(), line, zones);
  }

  /// @param value of the line, or one of its values
  /// @throws UnreadableItemException if the value is not a date or time
  static IcsMoment parse(String value, ContentLine line, IcsZones zones) {
    Matcher parts = FORM.matcher(value.strip().toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new UnreadableItemException("time_invalid");
    }
    try {
      LocalDate date = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
      if (parts.group(4) == null || line.hasParam("VALUE", "DATE")) {
        return new Day(date);
      }
      // A leap second counts as second 59.
      int second = parts.group(6) == null ? 0 : Math.min(number(parts, 6), 59);
      LocalDateTime local = date.atTime(number(parts, 4), number(parts, 5), second);
      return new Wall(
          local, parts.group(7) == null ? zones.clock(line.param("TZID")) : ZoneClock.UTC);
    } catch (DateTimeException e) {
      throw new UnreadableItemException("time_invalid");
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}

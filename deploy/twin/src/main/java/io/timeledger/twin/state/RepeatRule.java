package io.timeledger.twin.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Predicate;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/// A recurrence rule (RFC 5545), as `FREQ=WEEKLY;BYDAY=MO`.
public record RepeatRule(String text) {
  /// Bounds an endless series.
  private static final int MOST = 2_000;

  public RepeatRule {
    parse(text);
  }

  /// Visits the starts in order while the visitor wants more.
  void starts(When first, Predicate<When> visitor) {
    RecurrenceRuleIterator starts = parse(text).iterator(dateTime(first));
    for (int i = 0; i < MOST && starts.hasNext(); i++) {
      if (!visitor.test(when(starts.nextDateTime(), first))) {
        return;
      }
    }
  }

  /// The value of a part, such as `BYDAY`; empty if the rule has none.
  public String part(String name) {
    for (String part : text.toUpperCase(Locale.ROOT).split(";", -1)) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    return "";
  }

  private static RecurrenceRule parse(String text) {
    try {
      return new RecurrenceRule(text);
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalArgumentException("recurrence: " + text, e);
    }
  }

  private static DateTime dateTime(When when) {
    return switch (when) {
      case When.At at -> new DateTime(zone(at.zone()), at.instant().toEpochMilli());
      case When.On on ->
          new DateTime(on.day().getYear(), on.day().getMonthValue() - 1, on.day().getDayOfMonth());
    };
  }

  private static When when(DateTime start, When first) {
    return switch (first) {
      case When.At at -> new When.At(Instant.ofEpochMilli(start.getTimestamp()), at.zone());
      case When.On _ ->
          new When.On(LocalDate.of(start.getYear(), start.getMonth() + 1, start.getDayOfMonth()));
    };
  }

  private static TimeZone zone(ZoneId zone) {
    return TimeZone.getTimeZone(zone);
  }
}

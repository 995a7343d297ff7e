package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.UnreadableItemException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The parsed and checked parts of a recurrence rule.
///
/// @param parts by name in upper case, without parts that have no effect here
record RecurrenceParts(Map<String, String> parts) {
  private static final int LONGEST = 4_000;
  private static final int LONGEST_INTERVAL = 100_000_000;
  private static final Set<String> TIMES = Set.of("BYHOUR", "BYMINUTE", "BYSECOND");
  private static final Set<String> KNOWN =
      Set.of(
          "FREQ",
          "UNTIL",
          "COUNT",
          "INTERVAL",
          "WKST",
          "BYMONTH",
          "BYWEEKNO",
          "BYYEARDAY",
          "BYMONTHDAY",
          "BYDAY",
          "BYHOUR",
          "BYMINUTE",
          "BYSECOND",
          "BYSETPOS");

  /// @param days whether the event has whole days, so that parts about times do not apply
  /// @throws UnreadableItemException if it is not a rule, or not of the Gregorian calendar
  static RecurrenceParts parse(String rule, boolean days) {
    if (rule.length() > LONGEST) {
      throw new UnreadableItemException("recurrence_too_dense");
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : rule.toUpperCase(Locale.ROOT).split(";", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? "" : part.substring(0, equals).strip();
      String value = part.substring(equals + 1).strip();
      if (name.equals("RSCALE") && !value.equals("GREGORIAN")) {
        throw new UnreadableItemException("recurrence_unsupported");
      }
      if (KNOWN.contains(name) && !value.isEmpty() && !(days && TIMES.contains(name))) {
        parts.put(name, value);
      }
    }
    // The library's default week start differs from RFC 5545's.
    parts.putIfAbsent("WKST", "MO");
    RecurrenceParts parsed = new RecurrenceParts(parts);
    parsed.unit();
    if (parsed.interval() > LONGEST_INTERVAL) {
      throw new UnreadableItemException("recurrence_invalid");
    }
    return parsed;
  }

  @Nullable String until() {
    return parts.get("UNTIL");
  }

  /// The unit of the rule's frequency.
  ChronoUnit unit() {
    return switch (parts.getOrDefault("FREQ", "")) {
      case "SECONDLY" -> ChronoUnit.SECONDS;
      case "MINUTELY" -> ChronoUnit.MINUTES;
      case "HOURLY" -> ChronoUnit.HOURS;
      case "DAILY" -> ChronoUnit.DAYS;
      case "WEEKLY" -> ChronoUnit.WEEKS;
      case "MONTHLY" -> ChronoUnit.MONTHS;
      case "YEARLY" -> ChronoUnit.YEARS;
      default -> throw new UnreadableItemException("recurrence_invalid");
    };
  }

  long interval() {
    return Math.max(1, number("INTERVAL", 1));
  }

  /// 0 if the rule has no COUNT.
  long count() {
    long count = number("COUNT", 0);
    if (count < 0 || (count == 0 && parts.containsKey("COUNT"))) {
      throw new UnreadableItemException("recurrence_invalid");
    }
    return count;
  }

  /// Upper bound of the candidates in one period of the rule.
  long density() {
    long density = days();
    for (String list :
        Set.of("BYMONTH", "BYYEARDAY", "BYMONTHDAY", "BYHOUR", "BYMINUTE", "BYSECOND")) {
      density = Math.multiplyExact(density, size(list));
    }
    return Math.addExact(density, size("BYSETPOS"));
  }

  /// The rule without UNTIL, and without COUNT unless `counted`.
  String text(boolean counted) {
    return parts.entrySet().stream()
        .filter(part -> !part.getKey().equals("UNTIL"))
        .filter(part -> counted || !part.getKey().equals("COUNT"))
        .map(part -> part.getKey() + "=" + part.getValue())
        .collect(Collectors.joining(";"));
  }

  private long days() {
    if (!parts.containsKey("BYDAY")) {
      return parts.containsKey("BYWEEKNO") ? 7 * size("BYWEEKNO") : 1;
    }
    long looked =
        switch (unit()) {
          case WEEKS -> 7;
          case MONTHS -> 31;
          case YEARS -> 366;
          default -> 1;
        };
    return looked * size("BYDAY") * size("BYWEEKNO");
  }

  private long size(String list) {
    String values = parts.get(list);
    return values == null ? 1 : 1 + values.chars().filter(c -> c == ',').count();
  }

  private long number(String name, long otherwise) {
    String value = parts.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new UnreadableItemException("recurrence_invalid");
    }
  }
}

package io.timeledger.calendar.provider.ics;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A duration (RFC 5545 §3.3.6): calendar days, then exact time.
record IcsSpan(long days, Duration time) {
  static final IcsSpan ZERO = new IcsSpan(0, Duration.ZERO);
  private static final Pattern FORM =
      Pattern.compile(
          "([+-])?P(?:(\\d{1,5})W)?(?:(\\d{1,6})D)?"
              + "(?:T(?:(\\d{1,7})H)?(?:(\\d{1,8})M)?(?:(\\d{1,9})S)?)?");

  static Optional<IcsSpan> parse(String text) {
    Matcher parts = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!parts.matches() || "-".equals(parts.group(1))) {
      return Optional.empty();
    }
    return Optional.of(
        new IcsSpan(
            7 * number(parts.group(2)) + number(parts.group(3)),
            Duration.ofHours(number(parts.group(4)))
                .plusMinutes(number(parts.group(5)))
                .plusSeconds(number(parts.group(6)))));
  }

  /// The span between two local times: whole days if both have the same time of day, otherwise the
  /// exact time.
  static IcsSpan between(LocalDateTime start, LocalDateTime end, Duration exact) {
    Duration shown = Duration.between(start, end);
    return start.toLocalTime().equals(end.toLocalTime())
        ? new IcsSpan(shown.toDays(), Duration.ZERO)
        : new IcsSpan(0, exact);
  }

  /// The length with days of 24 hours.
  Duration length() {
    return Duration.ofDays(days).plus(time);
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}

package io.timeledger.ingest.imports;

import io.timeledger.schemas.resource.Hours;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Durations: decimal hours, with a point or a comma and optional thousands separators, or hours,
/// minutes and seconds.
final class TimeLength {
  private static final Pattern CLOCK =
      Pattern.compile("(?<h>\\d{1,5}):(?<m>[0-5]\\d)(?::(?<s>[0-5]\\d))?");
  private static final Pattern UNITS =
      Pattern.compile(
          "(?:(?<h>\\d{1,5}) ?h)? ?(?:(?<m>\\d{1,5}) ?m(?:in)?)? ?(?:(?<s>\\d{1,6}) ?s)?");
  private static final Pattern GROUPED =
      Pattern.compile("\\d{1,3}(?<mark>[.,'’ ])\\d{3}(?:\\k<mark>\\d{3})*(?<rest>[.,]\\d{1,6})?");
  private static final Pattern PLAIN = Pattern.compile("\\d{0,9}(?:[.,]\\d{1,6})?");

  private TimeLength() {}

  /// @return in seconds; empty when the text is not a duration
  static OptionalLong seconds(String text) {
    String plain = text.strip().replaceAll("[\\u00A0\\u202F\\u2009]", " ");
    if (plain.isEmpty()) {
      return OptionalLong.empty();
    }
    Matcher clock = CLOCK.matcher(plain);
    if (clock.matches()) {
      return OptionalLong.of(seconds(clock));
    }
    Matcher units = UNITS.matcher(plain);
    if (units.matches()) {
      return OptionalLong.of(seconds(units));
    }
    return decimal(plain);
  }

  private static long seconds(Matcher parts) {
    return 3600 * number(parts.group("h"))
        + 60 * number(parts.group("m"))
        + number(parts.group("s"));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static OptionalLong decimal(String text) {
    // A single separator is the decimal one: a row never has 1,234 hours.
    if (PLAIN.matcher(text).matches()) {
      return hours(text.replace(',', '.'));
    }
    Matcher grouped = GROUPED.matcher(text);
    if (!grouped.matches() || grouped.group("mark").equals(firstOf(grouped.group("rest")))) {
      return OptionalLong.empty();
    }
    String rest = grouped.group("rest") == null ? "" : grouped.group("rest").replace(',', '.');
    String whole = rest.isEmpty() ? text : text.substring(0, grouped.start("rest"));
    return hours(whole.replaceAll("\\D", "") + rest);
  }

  private static String firstOf(@Nullable String text) {
    return text == null ? "" : text.substring(0, 1);
  }

  private static OptionalLong hours(String decimal) {
    return OptionalLong.of(Hours.toSeconds(new BigDecimal(decimal)));
  }
}

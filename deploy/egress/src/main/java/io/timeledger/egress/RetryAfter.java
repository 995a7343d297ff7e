package io.timeledger.egress;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How long an answer asks to be left alone: seconds or a date (RFC 9110 §10.2.3), at most an
/// hour. What cannot be read, or lies in the past, asks for nothing.
public final class RetryAfter {
  public static final Duration LONGEST = Duration.ofMinutes(60);
  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /// @param now when the answer came
  public static Optional<Duration> parse(String header, Instant now) {
    String text = header.strip();
    return (isNumber(text) ? seconds(text) : untilDate(text, now))
        .filter(wait -> wait.isPositive())
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  /// Whether the header counts on an answer with this code.
  public static boolean appliesTo(int statusCode) {
    return statusCode == 429 || statusCode == 503;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<Duration> seconds(String digits) {
    return Optional.of(
        digits.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(digits)));
  }

  private static Optional<Duration> untilDate(String text, Instant now) {
    try {
      Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      return Optional.of(Duration.between(now, date));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

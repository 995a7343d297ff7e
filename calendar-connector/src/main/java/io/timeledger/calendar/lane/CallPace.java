package io.timeledger.calendar.lane;

import io.timeledger.calendar.provider.Access;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Spaces calls to the same account or server. Thread-safe.
final class CallPace {
  /// Less than what is left of a lease after the longest call.
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private static final int MANY = 10_000;

  private final Duration spacing;
  private final Duration longestWait;
  private final Map<String, Instant> next = new HashMap<>();

  /// @param spacing between the starts of two calls with the same key; zero for none
  /// @param longestWait of a call; one that would wait longer is not made
  CallPace(Duration spacing, Duration longestWait) {
    this.spacing = spacing;
    this.longestWait = longestWait;
  }

  /// @param hostPause between two requests to the same server of ICS files
  static CallPace of(Provider provider, Duration hostPause) {
    return new CallPace(
        switch (provider) {
          case ICS -> hostPause;
          case GOOGLE -> Duration.ofMillis(200);
          case MICROSOFT -> Duration.ofMillis(250);
        },
        LONGEST_WAIT);
  }

  /// The account, or the server of an ICS file.
  static String key(Access access) {
    return switch (access) {
      case Access.OAuthToken token -> token.subject();
      case Access.IcsAddress address ->
          String.valueOf(address.url().getRawAuthority()).toLowerCase(Locale.ROOT);
    };
  }

  /// Takes the next place in the line.
  ///
  /// @return how long to wait for it; empty, with none taken, if that is too long
  synchronized Optional<Duration> take(String key, Instant now) {
    Instant free = next.getOrDefault(key, now);
    Duration wait = free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
    if (wait.compareTo(longestWait) > 0) {
      return Optional.empty();
    }
    if (next.size() >= MANY) {
      next.values().removeIf(time -> !time.isAfter(now));
    }
    next.put(key, now.plus(wait).plus(spacing));
    return Optional.of(wait);
  }

  /// How long the line is: the wait of the next call.
  synchronized Duration line(String key, Instant now) {
    Instant free = next.getOrDefault(key, now);
    return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
  }
}

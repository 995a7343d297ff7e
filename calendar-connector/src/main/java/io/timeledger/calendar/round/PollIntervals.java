package io.timeledger.calendar.round;

import io.timeledger.schemas.resource.Provider;
import java.time.Duration;

/// Intervals between rounds without another reason.
///
/// @param files for ICS files that suggest none
/// @param calendars for calendars of accounts
/// @param pushed for calendars whose provider reports changes
public record PollIntervals(Duration files, Duration calendars, Duration pushed) {
  public PollIntervals {
    if (!files.isPositive() || !calendars.isPositive() || !pushed.isPositive()) {
      throw new IllegalArgumentException(
          "poll intervals: %s, %s, %s (expected: positive)".formatted(files, calendars, pushed));
    }
  }

  /// @param watched whether a push channel is open
  Duration of(Provider provider, boolean watched) {
    return provider == Provider.ICS ? files : watched ? pushed : calendars;
  }

  /// Without push.
  public Duration of(Provider provider) {
    return of(provider, false);
  }
}

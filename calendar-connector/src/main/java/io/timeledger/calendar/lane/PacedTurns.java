package io.timeledger.calendar.lane;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Keeps the pace of calls to a provider. A call that would have to wait for long ends as
/// throttled.
///
/// Thread-safe.
public final class PacedTurns implements CallTurns {
  private final CallPace pace;
  private final InstantSource clock;
  private final Rest rest;

  /// Waits.
  @FunctionalInterface
  interface Rest {
    void wait(Duration time) throws InterruptedException;
  }

  /// @param pace per account, or per server of ICS files
  PacedTurns(CallPace pace, InstantSource clock, Rest rest) {
    this.pace = pace;
    this.clock = clock;
    this.rest = rest;
  }

  /// The pace that the provider allows.
  ///
  /// @param hostPause between two requests to the same server of ICS files
  public static PacedTurns of(Provider name, Duration hostPause, InstantSource clock) {
    return new PacedTurns(CallPace.of(name, hostPause), clock, Thread::sleep);
  }

  @Override
  public void await(Access access) throws ProviderException {
    String key = CallPace.key(access);
    Instant now = clock.instant();
    Optional<Duration> wait = pace.take(key, now);
    if (wait.isEmpty()) {
      throw busy(pace.line(key, now));
    }
    if (wait.get().isPositive()) {
      try {
        rest.wait(wait.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw busy(wait.get());
      }
    }
  }

  private static ProviderException busy(Duration wait) {
    return new ProviderException(new ProviderFault.Throttled(FaultReason.SERVER_BUSY, wait));
  }
}

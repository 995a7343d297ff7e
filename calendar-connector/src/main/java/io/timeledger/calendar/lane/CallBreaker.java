package io.timeledger.calendar.lane;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes no calls to a provider while it fails: they end as throttled.
final class CallBreaker implements CallInterceptor {
  private static final Logger log = LoggerFactory.getLogger(CallBreaker.class);

  private final Provider provider;
  private final CircuitBreaker breaker = new CircuitBreaker();
  private final InstantSource clock;

  CallBreaker(Provider provider, InstantSource clock) {
    this.provider = provider;
    this.clock = clock;
  }

  @Override
  public <T> T around(ProviderCall<T> call) throws ProviderException {
    Optional<Duration> open = breaker.openFor(clock.instant());
    if (open.isPresent()) {
      throw new ProviderException(
          new ProviderFault.Throttled(FaultReason.PROVIDER_DOWN, open.get()));
    }
    try {
      T result = call.make();
      ended(false);
      return result;
    } catch (ProviderException e) {
      ended(isOutage(e.fault()));
      throw e;
    }
  }

  private void ended(boolean failed) {
    if (breaker.ended(failed, clock.instant())) {
      log.warn(
          "event=provider_paused provider={} seconds={}",
          provider.name().toLowerCase(Locale.ROOT),
          CircuitBreaker.PAUSE.toSeconds());
    }
  }

  private static boolean isOutage(ProviderFault fault) {
    // A turn that was not awaited says nothing about the provider.
    return fault.isPassing() && fault.reason() != FaultReason.SERVER_BUSY;
  }
}

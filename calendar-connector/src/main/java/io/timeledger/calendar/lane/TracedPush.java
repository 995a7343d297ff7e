package io.timeledger.calendar.lane;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.ChannelRequest;
import io.timeledger.calendar.provider.OpenChannel;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.PushProvider;
import io.timeledger.runtime.SpanScope;
import io.timeledger.runtime.Tracing;
import io.timeledger.schemas.resource.Provider;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Traces each call about push channels as a span.
public final class TracedPush implements PushProvider {
  private final Provider name;
  private final PushProvider push;
  private final Tracing tracing;

  public TracedPush(Provider name, PushProvider push, Tracing tracing) {
    this.name = name;
    this.push = push;
    this.tracing = tracing;
  }

  @Override
  public boolean prolongs() {
    return push.prolongs();
  }

  @Override
  public OpenChannel open(Access access, CalendarRef calendar, ChannelRequest request, Instant now)
      throws ProviderException {
    return traced("open", () -> push.open(access, calendar, request, now));
  }

  @Override
  public Optional<Instant> prolong(Access access, OpenChannel channel, Instant now)
      throws ProviderException {
    return traced("prolong", () -> push.prolong(access, channel, now));
  }

  @Override
  public void close(Access access, OpenChannel channel) throws ProviderException {
    traced(
        "close",
        () -> {
          push.close(access, channel);
          return channel;
        });
  }

  private <T> T traced(String what, PushCall<T> call) throws ProviderException {
    try (SpanScope span = tracing.calling("watch calendar", Optional.empty())) {
      span.with("timeledger.provider", name.name().toLowerCase(Locale.ROOT))
          .with("timeledger.call", what);
      try {
        return call.make();
      } catch (ProviderException e) {
        span.with("timeledger.fault", e.fault().reason().code()).failed();
        throw e;
      }
    }
  }

  @FunctionalInterface
  private interface PushCall<T> {
    T make() throws ProviderException;
  }
}

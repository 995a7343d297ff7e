package io.timeledger.calendar.lane;

import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.runtime.SpanScope;
import io.timeledger.runtime.Tracing;
import io.timeledger.schemas.resource.Provider;
import java.util.Locale;
import java.util.Optional;

/// Traces each call as a span. Spans omit addresses, which are secrets.
final class CallTracing implements CallInterceptor {
  private final Provider provider;
  private final Tracing tracing;

  CallTracing(Provider provider, Tracing tracing) {
    this.provider = provider;
    this.tracing = tracing;
  }

  @Override
  public <T> T around(ProviderCall<T> call) throws ProviderException {
    try (SpanScope span = tracing.calling(call.purpose(), Optional.empty())) {
      span.with("timeledger.provider", provider.name().toLowerCase(Locale.ROOT))
          .with("timeledger.call", call.operation());
      try {
        return call.make();
      } catch (ProviderException e) {
        span.with("timeledger.fault", e.fault().reason().code()).failed();
        throw e;
      }
    }
  }
}

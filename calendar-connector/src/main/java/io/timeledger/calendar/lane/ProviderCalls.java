package io.timeledger.calendar.lane;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.PushProvider;
import io.timeledger.runtime.Tracing;
import io.timeledger.schemas.resource.Provider;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// How calls to one provider are made: through interceptors, which all its operations share.
/// Thread-safe.
public final class ProviderCalls {
  private final List<CallInterceptor> interceptors;

  /// @param interceptors the innermost first
  ProviderCalls(List<CallInterceptor> interceptors) {
    this.interceptors = List.copyOf(interceptors);
  }

  /// Paced, traced, and paused while the provider fails.
  ///
  /// @param turns of calls; those of a provider that awaits one for each request itself are unpaced
  public static ProviderCalls to(
      Provider provider, CallTurns turns, Tracing tracing, InstantSource clock) {
    List<CallInterceptor> interceptors = new ArrayList<>();
    interceptors.add(new CallTracing(provider, tracing));
    interceptors.add(new CallPacing(turns));
    // Servers of files have nothing to do with each other.
    if (provider != Provider.ICS) {
      interceptors.add(new CallBreaker(provider, clock));
    }
    return new ProviderCalls(interceptors);
  }

  public CalendarProvider of(CalendarProvider provider) {
    return new InterceptedProvider(provider, this);
  }

  /// With the same pace and pauses as calls for calendars.
  public PushProvider of(PushProvider push) {
    return new InterceptedPush(push, this);
  }

  <T> T make(String purpose, String operation, Access access, ProviderCall.Work<T> work)
      throws ProviderException {
    ProviderCall<T> call = new ProviderCall<>(purpose, operation, access, work);
    for (CallInterceptor interceptor : interceptors) {
      call = call.inside(interceptor);
    }
    return call.make();
  }
}

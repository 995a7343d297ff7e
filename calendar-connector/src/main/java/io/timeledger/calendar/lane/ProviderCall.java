package io.timeledger.calendar.lane;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.ProviderException;

/// A call to a provider that is still to be made.
///
/// @param purpose what it is part of, as spans are named
/// @param operation of the provider
record ProviderCall<T>(String purpose, String operation, Access access, Work<T> work) {

  @FunctionalInterface
  interface Work<T> {
    T make() throws ProviderException;
  }

  T make() throws ProviderException {
    return work.make();
  }

  /// The same call with an interceptor around it.
  ProviderCall<T> inside(CallInterceptor interceptor) {
    return new ProviderCall<>(purpose, operation, access, () -> interceptor.around(this));
  }
}

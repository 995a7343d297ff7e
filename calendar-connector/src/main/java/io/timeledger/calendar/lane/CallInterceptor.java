package io.timeledger.calendar.lane;

import io.timeledger.calendar.provider.ProviderException;

/// Does something around each call to a provider. Thread-safe.
interface CallInterceptor {

  /// Makes the call, or fails instead.
  <T> T around(ProviderCall<T> call) throws ProviderException;
}

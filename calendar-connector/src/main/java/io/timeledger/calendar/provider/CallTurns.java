package io.timeledger.calendar.provider;

/// Spaces the calls to an account or server.
@FunctionalInterface
public interface CallTurns {
  /// Lets every call pass at once.
  CallTurns UNPACED = _ -> {};

  /// Waits until a call may be made.
  ///
  /// @throws ProviderException if that would take too long; throttled
  void await(Access access) throws ProviderException;
}

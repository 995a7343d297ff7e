package io.timeledger.streams;

/// A part of the service that can say whether it does its work now.
public interface StreamsReadiness {

  /// Whether what comes in now is worked on at once: started, assigned, and past what waited.
  boolean isReady();

  /// False once it gave up for good, so that only a restart helps.
  default boolean isAlive() {
    return true;
  }
}

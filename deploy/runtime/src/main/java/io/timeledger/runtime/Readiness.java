package io.timeledger.runtime;

/// A part of the service with its own readiness and liveness.
public interface Readiness {

  /// Whether new records are processed at once: started, assigned, and caught up.
  boolean isReady();

  /// False after a final failure, so that only a restart helps.
  default boolean isAlive() {
    return true;
  }
}

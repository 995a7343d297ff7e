package io.timeledger.bench.webhook;

/// A dispatcher that posts every event that is written after its start to one address.
interface BaselineDispatcher extends AutoCloseable {
  /// What starts one.
  interface Start {
    /// Returns when it misses no event that is written from now on.
    BaselineDispatcher at(String url) throws InterruptedException;
  }

  @Override
  void close();
}

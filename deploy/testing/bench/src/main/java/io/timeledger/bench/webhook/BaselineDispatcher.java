package io.timeledger.bench.webhook;

/// A dispatcher that posts every event written after its start to one address.
interface BaselineDispatcher extends AutoCloseable {
  /// Starts a dispatcher.
  interface Start {
    /// Returns when it will receive every event written from now on.
    BaselineDispatcher at(String url) throws InterruptedException;
  }

  @Override
  void close();
}

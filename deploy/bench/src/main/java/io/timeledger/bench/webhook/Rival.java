package io.timeledger.bench.webhook;

/// A dispatcher that posts every event that comes from now on to one address.
interface Rival extends AutoCloseable {

  /// Returns when it misses no event that is written from now on.
  void awaitPositioned() throws InterruptedException;

  @Override
  void close();
}

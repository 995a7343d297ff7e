package io.timeledger.ingest.changes;

/// One open stream.
final class OpenStream {
  private volatile boolean gaveWay;

  /// Asks it to end; it notices at its next check.
  void giveWay() {
    gaveWay = true;
  }

  boolean gaveWay() {
    return gaveWay;
  }
}

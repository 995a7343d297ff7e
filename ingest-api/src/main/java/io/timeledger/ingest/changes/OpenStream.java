package io.timeledger.ingest.changes;

/// One stream, for as long as it is open.
final class OpenStream {
  private volatile boolean gaveWay;

  /// Ends it as soon as it looks.
  void giveWay() {
    gaveWay = true;
  }

  boolean gaveWay() {
    return gaveWay;
  }
}

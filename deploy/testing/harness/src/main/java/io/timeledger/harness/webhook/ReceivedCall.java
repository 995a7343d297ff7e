package io.timeledger.harness.webhook;

/// A request to a receiver. Times are of [System#nanoTime()] in this process.
public final class ReceivedCall {
  private final String path;
  private final String eventId;
  private final String deliveryId;
  private final int attempt;
  private final long checksum;
  private final long arrivedNanos;
  private volatile long answeredNanos;

  ReceivedCall(
      String path,
      String eventId,
      String deliveryId,
      int attempt,
      long checksum,
      long arrivedNanos) {
    this.path = path;
    this.eventId = eventId;
    this.deliveryId = deliveryId;
    this.attempt = attempt;
    this.checksum = checksum;
    this.arrivedNanos = arrivedNanos;
  }

  public String path() {
    return path;
  }

  public String eventId() {
    return eventId;
  }

  public String deliveryId() {
    return deliveryId;
  }

  /// The attempt number in the request, from 1.
  public int attempt() {
    return attempt;
  }

  /// Checksum of the body.
  public long checksum() {
    return checksum;
  }

  /// When its last byte was read.
  public long arrivedNanos() {
    return arrivedNanos;
  }

  /// When the answer began; 0 without one.
  public long answeredNanos() {
    return answeredNanos;
  }

  void answered() {
    answeredNanos = System.nanoTime();
  }
}

package io.timeledger.acceptance.webhook;

/// A request that a receiver got. Times are of [System#nanoTime()] in this process.
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

  /// What the request says it is, from 1.
  public int attempt() {
    return attempt;
  }

  /// Of the body's bytes.
  public long checksum() {
    return checksum;
  }

  /// When its last byte was read.
  public long arrivedNanos() {
    return arrivedNanos;
  }

  /// When its answer was begun; 0 while there is none.
  public long answeredNanos() {
    return answeredNanos;
  }

  void answered() {
    answeredNanos = System.nanoTime();
  }
}

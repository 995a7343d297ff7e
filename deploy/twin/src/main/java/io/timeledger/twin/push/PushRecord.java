package io.timeledger.twin.push;

/// What became of a notification.
///
/// @param status of the receiver; 0 without an answer, -1 if dropped on purpose
public record PushRecord(PushMessage message, int status) {
  public static final int DROPPED = -1;
}

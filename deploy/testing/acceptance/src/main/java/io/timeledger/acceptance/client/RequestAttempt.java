package io.timeledger.acceptance.client;

/// One request.
///
/// @param workspace of the client
/// @param isFirst whether it was not a retry
/// @param at milliseconds since the run began
/// @param millis until the answer or the time-out
/// @param status 0 without answer
public record RequestAttempt(String workspace, boolean isFirst, long at, int millis, int status) {

  /// Milliseconds from the start of the run to the answer.
  public long answeredAt() {
    return at + millis;
  }

  /// Whether it was decided: neither deferred nor failed.
  public boolean isDecided() {
    return isFinal(status);
  }

  /// Whether a status gives the final outcome of the request.
  static boolean isFinal(int status) {
    return status != 202 && status != 408 && status != 429 && status >= 200 && status < 500;
  }
}

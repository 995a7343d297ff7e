package io.timeledger.acceptance.client;

/// One request.
///
/// @param workspace whose it was
/// @param isFirst whether it was no repetition
/// @param at milliseconds since the run began
/// @param millis until the answer, or until none was waited for any more
/// @param status 0 without answer
public record RequestAttempt(String workspace, boolean isFirst, long at, int millis, int status) {

  /// Milliseconds from the run's begin to the answer.
  public long answeredAt() {
    return at + millis;
  }

  /// Whether it was decided: neither put off nor in vain.
  public boolean isDecided() {
    return isFinal(status);
  }

  /// Whether a status says what became of the request.
  static boolean isFinal(int status) {
    return status != 202 && status != 408 && status != 429 && status >= 200 && status < 500;
  }
}

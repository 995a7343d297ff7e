package io.timeledger.acceptance.client;

import io.timeledger.harness.rest.RestClient;

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
    return RestClient.isFinal(status);
  }
}

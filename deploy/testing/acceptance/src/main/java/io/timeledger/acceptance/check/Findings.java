package io.timeledger.acceptance.check;

import java.util.List;

/// The results of all checks.
///
/// @param delivered events that reached their subscriber
/// @param again duplicate deliveries
public record Findings(
    List<InvariantResult> verdicts, int events, int replies, int rows, int delivered, int again) {
  public boolean hold() {
    return verdicts.stream().allMatch(InvariantResult::holds);
  }
}

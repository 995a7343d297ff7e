package io.timeledger.acceptance.check;

import java.util.List;

/// What was checked, and what came of it.
///
/// @param delivered events that came to their subscriber
/// @param again how often one came that had come before
public record Findings(
    List<InvariantResult> verdicts, int events, int replies, int rows, int delivered, int again) {
  public boolean hold() {
    return verdicts.stream().allMatch(InvariantResult::holds);
  }
}

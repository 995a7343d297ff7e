package io.timeledger.acceptance.check;

import java.util.List;

/// What was checked, and what came of it.
public record Findings(List<Verdict> verdicts, int events, int replies, int rows) {
  public boolean hold() {
    return verdicts.stream().allMatch(Verdict::holds);
  }
}

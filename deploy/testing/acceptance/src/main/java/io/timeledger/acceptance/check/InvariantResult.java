package io.timeledger.acceptance.check;

import java.util.List;

/// The result of an invariant.
///
/// @param rule its name as a sentence
/// @param violations empty when it holds
public record InvariantResult(String rule, List<String> violations) {
  public boolean holds() {
    return violations.isEmpty();
  }
}

package io.timeledger.acceptance.check;

import java.util.stream.Stream;

/// A condition that must hold for every run.
interface Invariant {

  /// One sentence per violation; empty if it holds.
  Stream<String> violations(Evidence evidence);
}

package io.timeledger.acceptance.check;

import java.util.stream.Stream;

/// Something that must hold of every run.
interface Invariant {

  /// One sentence for each place where it does not hold; none when it does.
  Stream<String> violations(Evidence evidence);
}

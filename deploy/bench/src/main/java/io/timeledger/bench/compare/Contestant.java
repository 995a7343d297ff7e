package io.timeledger.bench.compare;

import io.timeledger.bench.load.Shot;
import java.util.stream.Stream;

/// What is measured.
interface Contestant {
  String name();

  /// What an answer of it means.
  String meaning();

  Shot single();

  /// Its processes and those that it needs.
  Stream<ProcessHandle> processes();
}

package io.timeledger.bench.compare;

import io.timeledger.bench.load.LoadRequest;
import java.util.stream.Stream;

/// A system under test.
interface SystemUnderTest {
  String name();

  /// What its answer guarantees.
  String meaning();

  LoadRequest single();

  /// Its processes, including the servers that it needs.
  Stream<ProcessHandle> processes();
}

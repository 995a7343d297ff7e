package io.timeledger.bench.compare;

import io.timeledger.bench.load.LoadRequest;
import java.util.stream.Stream;

/// What is measured.
interface SystemUnderTest {
  String name();

  /// What an answer of it means.
  String meaning();

  LoadRequest single();

  /// Its processes and those that it needs.
  Stream<ProcessHandle> processes();
}

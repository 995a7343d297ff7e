package io.timeledger.acceptance.check;

import java.util.stream.Stream;

/// At rest, blocks are what the providers say.
final class BlocksAreTheTwin implements Invariant {
  @Override
  public Stream<String> violations(Evidence evidence) {
    return evidence.calendars().differences().stream();
  }
}

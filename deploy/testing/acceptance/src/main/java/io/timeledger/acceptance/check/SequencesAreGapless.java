package io.timeledger.acceptance.check;

import java.util.List;
import java.util.stream.Stream;

/// The events of a workspace are numbered 1, 2, 3, … in the order of the log.
final class SequencesAreGapless implements Invariant {
  @Override
  public Stream<String> violations(Evidence evidence) {
    return evidence.factsByWorkspace().values().stream().flatMap(SequencesAreGapless::gaps);
  }

  private static Stream<String> gaps(List<ObservedEvent> events) {
    Stream.Builder<String> gaps = Stream.builder();
    long expected = 1;
    for (ObservedEvent event : events) {
      if (event.sequence() != expected) {
        gaps.add("%s: %d (expected: %d)".formatted(event.workspace(), event.sequence(), expected));
      }
      expected = event.sequence() + 1;
    }
    return gaps.build();
  }
}

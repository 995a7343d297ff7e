package io.timeledger.acceptance.check;

import java.util.List;
import java.util.stream.Stream;

/// Every event has the hash of the previous one, and the API confirms all hashes.
final class ChainsAreWhole implements Invariant {
  @Override
  public Stream<String> violations(Evidence evidence) {
    return Stream.concat(
        evidence.factsByWorkspace().values().stream().flatMap(ChainsAreWhole::breaks),
        evidence.verified().entrySet().stream()
            .filter(verdict -> !verdict.getValue().equals("true"))
            .map(verdict -> "%s: %s".formatted(verdict.getKey(), verdict.getValue())));
  }

  private static Stream<String> breaks(List<ObservedEvent> events) {
    Stream.Builder<String> breaks = Stream.builder();
    for (int i = 1; i < events.size(); i++) {
      if (!events.get(i).previousHash().equals(events.get(i - 1).hash())) {
        breaks.add(
            "%s: broken at %d".formatted(events.get(i).workspace(), events.get(i).sequence()));
      }
    }
    return breaks.build();
  }
}

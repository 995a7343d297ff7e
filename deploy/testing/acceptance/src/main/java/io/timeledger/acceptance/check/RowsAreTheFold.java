package io.timeledger.acceptance.check;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Postgres has every entry as of its last event, and no other.
final class RowsAreTheFold implements Invariant {
  @Override
  public Stream<String> violations(Evidence evidence) {
    Map<String, ObservedEntry> expected = new TreeMap<>(evidence.fold());
    expected.values().removeIf(ObservedEntry::deleted);
    Map<String, ObservedEntry> found = evidence.rows();
    return Stream.concat(
        expected.entrySet().stream()
            .filter(entry -> !entry.getValue().equals(found.get(entry.getKey())))
            .map(
                entry ->
                    "row %s (expected: %s)"
                        .formatted(Objects.toString(found.get(entry.getKey())), entry.getValue())),
        found.keySet().stream()
            .filter(id -> !expected.containsKey(id))
            .map(id -> "row of no event: " + id));
  }
}

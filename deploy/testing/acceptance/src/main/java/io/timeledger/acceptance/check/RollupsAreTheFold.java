package io.timeledger.acceptance.check;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Daily totals of workspace, member and project are the sums of the entries, in Postgres and on
/// the topic.
final class RollupsAreTheFold implements Invariant {
  @Override
  public Stream<String> violations(Evidence evidence) {
    Map<String, Long> expected = new TreeMap<>();
    for (ObservedEntry entry : evidence.fold().values()) {
      if (entry.counts()) {
        add(expected, entry, "workspace", entry.workspace());
        add(expected, entry, "user", entry.member());
        if (!entry.project().isEmpty()) {
          add(expected, entry, "project", entry.project());
        }
      }
    }
    return Stream.concat(
        differences("reporting.rollups", evidence.sqlTotals(), expected),
        differences("time.rollups.v1", evidence.topicTotals(), expected));
  }

  private static void add(
      Map<String, Long> totals, ObservedEntry entry, String dimension, String id) {
    totals.merge(
        String.join("/", entry.workspace(), dimension, id, entry.day()),
        entry.seconds(),
        Long::sum);
  }

  private static Stream<String> differences(
      String where, Map<String, Long> found, Map<String, Long> expected) {
    TreeSet<String> keys = new TreeSet<>(expected.keySet());
    found.keySet().stream().filter(RollupsAreTheFold::isChecked).forEach(keys::add);
    return keys.stream()
        .filter(key -> !found.getOrDefault(key, 0L).equals(expected.getOrDefault(key, 0L)))
        .map(
            key ->
                "%s %s: %s s (expected: %s)"
                    .formatted(where, key, found.get(key), expected.get(key)));
  }

  private static boolean isChecked(String key) {
    String dimension = key.split("/", -1)[1];
    return dimension.equals("workspace") || dimension.equals("user") || dimension.equals("project");
  }
}

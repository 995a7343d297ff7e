package io.timeledger.local;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which variables of the environment have no effect, because `up` sets the same by itself.
record OverriddenVariables(Set<String> variables) {

  /// @param settings of all services, as Spring names them
  static OverriddenVariables of(Set<String> settings, Map<String, String> environment) {
    var set = settings.stream().map(OverriddenVariables::plain).collect(Collectors.toSet());
    return new OverriddenVariables(
        environment.keySet().stream()
            .filter(it -> set.contains(plain(it)))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /// What to tell a person; empty when there is nothing to tell.
  String text() {
    var rateLimits = variables.stream().anyMatch(it -> plain(it).contains("RATELIMIT"));
    return variables.isEmpty()
        ? ""
        : "  Of the environment, without effect because up sets it by itself: %s%s"
            .formatted(
                String.join(", ", variables), rateLimits ? " (--rate-limits lets limits be)" : "");
  }

  /// `timeledger.rate-limit.reads-per-minute` and `TIMELEDGER_RATELIMIT_READSPERMINUTE` are one.
  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
  }
}

package io.timeledger.local;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Environment variables that are ignored, because `up` sets the same settings itself.
record OverriddenVariables(Set<String> variables) {

  /// @param settings of all services, by Spring names
  static OverriddenVariables of(Set<String> settings, Map<String, String> environment) {
    Set<String> set = settings.stream().map(OverriddenVariables::plain).collect(Collectors.toSet());
    return new OverriddenVariables(
        environment.keySet().stream()
            .filter(variable -> set.contains(plain(variable)))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /// The warning to print; empty if there is none.
  String text() {
    boolean rateLimits = variables.stream().anyMatch(name -> plain(name).contains("RATELIMIT"));
    return variables.isEmpty()
        ? ""
        : "  Ignored environment variables, because up sets these itself: %s%s"
            .formatted(
                String.join(", ", variables),
                rateLimits ? " (--rate-limits makes them apply)" : "");
  }

  /// `timeledger.rate-limit.reads-per-minute` equals `TIMELEDGER_RATELIMIT_READSPERMINUTE`.
  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
  }
}

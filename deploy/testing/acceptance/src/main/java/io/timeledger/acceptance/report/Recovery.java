package io.timeledger.acceptance.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.timeledger.acceptance.client.RequestAttempt;
import io.timeledger.acceptance.fault.Incident;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// How soon writes resumed after one kind of fault.
///
/// @param times how often it occurred
/// @param median milliseconds from the fault until every workspace had a decided write that was
///     sent after it, including retries
/// @param longest the maximum of these
/// @param mended the maximum counted from the end of the fault; 0 when writes resumed before
/// @param ready the longest until every process was ready again
public record Recovery(
    String fault, int times, long median, long longest, long mended, long ready) {

  /// For each kind of fault that occurred, by name.
  static List<Recovery> of(List<Incident> incidents, Collection<RequestAttempt> attempts) {
    Map<String, List<RequestAttempt>> decided =
        attempts.stream()
            .filter(RequestAttempt::isDecided)
            .collect(groupingBy(RequestAttempt::workspace));
    return incidents.stream()
        .collect(groupingBy(Incident::fault, TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(kind -> of(kind.getKey(), kind.getValue(), decided.values()))
        .toList();
  }

  private static Recovery of(
      String fault, List<Incident> incidents, Collection<List<RequestAttempt>> decided) {
    List<Long> resumed =
        incidents.stream()
            .map(incident -> resumed(incident.at(), decided).orElse(Long.MAX_VALUE))
            .sorted()
            .toList();
    return new Recovery(
        fault,
        incidents.size(),
        resumed.get(resumed.size() / 2),
        resumed.getLast(),
        incidents.stream()
            .mapToLong(
                incident ->
                    resumed(incident.at(), decided).orElse(Long.MAX_VALUE)
                        - (incident.mendedAt() - incident.at()))
            .map(since -> Math.max(0, since))
            .max()
            .orElse(0),
        incidents.stream().mapToLong(each -> each.readyAt() - each.at()).max().orElse(0));
  }

  /// Milliseconds until the last workspace resumed; empty when one never did.
  static OptionalLong resumed(long at, Collection<List<RequestAttempt>> decided) {
    List<OptionalLong> each =
        decided.stream()
            .map(
                attempts ->
                    attempts.stream()
                        .filter(attempt -> attempt.at() >= at)
                        .mapToLong(RequestAttempt::answeredAt)
                        .min())
            .toList();
    return each.stream().anyMatch(OptionalLong::isEmpty)
        ? OptionalLong.empty()
        : OptionalLong.of(each.stream().mapToLong(OptionalLong::getAsLong).max().orElse(at) - at);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-32s %3d times  writes continued after %5.1f s (median), %5.1f s (longest), %5.1f s after"
            + " the end of the harm; all ready after %5.1f s at most",
        fault,
        times,
        median / 1000.0,
        longest / 1000.0,
        mended / 1000.0,
        ready / 1000.0);
  }
}

package io.timeledger.acceptance.webhook;

import static java.util.stream.Collectors.groupingBy;

import io.timeledger.harness.webhook.LatencyPercentiles;
import io.timeledger.harness.webhook.LoggedAttempt;
import io.timeledger.harness.webhook.ReceivedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Compares written events, received calls and the delivery log.
///
/// @param written how many events
/// @param lost written events that never arrived
/// @param duplicates visits in excess of the attempts that were not interrupted
/// @param unexplained deliveries that arrived more often than the log has attempts, or less often
///     than it has answers
/// @param altered deliveries whose body was not the same each time
/// @param early attempts begun before they were due
/// @param moved retries whose due time differs from the one set by the previous attempt
/// @param lateness of retries, from due to begun, in milliseconds
public record DeliveryAccount(
    int written,
    int lost,
    int duplicates,
    int unexplained,
    int altered,
    int early,
    int moved,
    LatencyPercentiles lateness) {

  /// For one subscriber per workspace; all deliveries must be final.
  public static DeliveryAccount of(
      Set<String> written, List<ReceivedCall> calls, List<LoggedAttempt> attempts) {
    Map<String, List<ReceivedCall>> visitsOf =
        calls.stream()
            .filter(delivery -> written.contains(delivery.eventId()))
            .collect(groupingBy(ReceivedCall::eventId));
    Map<String, List<LoggedAttempt>> attemptsOf =
        attempts.stream()
            .filter(delivery -> written.contains(delivery.eventId()))
            .collect(groupingBy(LoggedAttempt::eventId));
    Set<String> lost = new HashSet<>(written);
    lost.removeAll(visitsOf.keySet());
    int duplicates = 0;
    int unexplained = 0;
    int altered = 0;
    for (Map.Entry<String, List<ReceivedCall>> of : visitsOf.entrySet()) {
      List<LoggedAttempt> logged = attemptsOf.getOrDefault(of.getKey(), List.of());
      int visited = of.getValue().size();
      long cut = logged.stream().filter(LoggedAttempt::isInterrupted).count();
      long answered = logged.stream().filter(LoggedAttempt::isAnswered).count();
      duplicates += (int) Math.max(0, visited - (logged.size() - cut));
      unexplained += visited > logged.size() || visited < answered ? 1 : 0;
      altered += of.getValue().stream().map(ReceivedCall::checksum).distinct().count() > 1 ? 1 : 0;
    }
    List<Double> lateness = new ArrayList<>();
    int early = 0;
    int moved = 0;
    for (List<LoggedAttempt> of : attemptsOf.values()) {
      for (int i = 0; i < of.size(); i++) {
        LoggedAttempt attempt = of.get(i);
        early += attempt.startedAt().isBefore(attempt.scheduledFor()) ? 1 : 0;
        if (i > 0 && !of.get(i - 1).isInterrupted()) {
          moved += Objects.equals(of.get(i - 1).nextAttemptAt(), attempt.scheduledFor()) ? 0 : 1;
          lateness.add(millis(attempt));
        }
      }
    }
    return new DeliveryAccount(
        written.size(),
        lost.size(),
        duplicates,
        unexplained,
        altered,
        early,
        moved,
        LatencyPercentiles.ofMillis(lateness));
  }

  private static double millis(LoggedAttempt attempt) {
    return Duration.between(attempt.scheduledFor(), attempt.startedAt()).toNanos() / 1e6;
  }
}

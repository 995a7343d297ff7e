package io.timeledger.acceptance.check;

import io.timeledger.acceptance.calendar.CalendarTraffic;
import io.timeledger.acceptance.client.OperationHistory;
import io.timeledger.acceptance.client.Population;
import io.timeledger.acceptance.fault.Incident;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.webhook.Receiver;
import java.util.List;
import java.util.Locale;

/// Compares client responses with the final data.
public final class Checker {
  private static final List<Invariant> RULES =
      List.of(
          new EveryOperationHasAnOutcome(),
          new AcknowledgedWritesExistOnce(),
          new RefusedWritesDoNotExist(),
          new WithoutTwoBrokersWritesAreRefused(),
          new OneOutcomePerCommand(),
          new PromisesAreKept(),
          new TimersAreLinearizable(),
          new SequencesAreGapless(),
          new ChainsAreWhole(),
          new RowsAreTheFold(),
          new RollupsAreTheFold(),
          new EventsReachSubscribers(),
          new BlocksAreTheTwin(),
          new MeetingsConvertOnce(),
          new PrivateTitlesStayPrivate());

  private Checker() {}

  /// Waits until all derived data has caught up, and checks all invariants. If the platform does
  /// not catch up, that violates the first of them, and the others are not checked.
  public static Findings check(
      Cluster cluster,
      Population population,
      OperationHistory history,
      List<Incident> incidents,
      Receiver subscriber,
      CalendarTraffic calendars) {
    Evidence evidence;
    try {
      evidence =
          new EvidenceCollector(cluster, population, history, incidents, subscriber, calendars)
              .evidence();
    } catch (RuntimeException e) {
      return new Findings(
          List.of(new InvariantResult("The platform recovers", List.of(e.toString()))),
          0,
          0,
          0,
          0,
          0);
    }
    return new Findings(
        check(evidence),
        evidence.facts().size(),
        evidence.replies().size(),
        evidence.rows().size(),
        evidence.received().size(),
        evidence.received().values().stream().mapToInt(times -> times - 1).sum());
  }

  static List<InvariantResult> check(Evidence evidence) {
    return RULES.stream()
        .map(
            invariant ->
                new InvariantResult(sentence(invariant), invariant.violations(evidence).toList()))
        .toList();
  }

  private static String sentence(Invariant invariant) {
    String words =
        invariant.getClass().getSimpleName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return words.substring(1, 2).toUpperCase(Locale.ROOT) + words.substring(2);
  }
}

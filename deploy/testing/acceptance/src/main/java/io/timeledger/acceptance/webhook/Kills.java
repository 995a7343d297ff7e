package io.timeledger.acceptance.webhook;

import io.timeledger.harness.ServiceProcess;
import io.timeledger.harness.webhook.LoggedAttempt;
import io.timeledger.harness.webhook.Receiver;
import io.timeledger.harness.webhook.ReceiverBehavior;
import io.timeledger.harness.webhook.Traffic;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A dispatcher that is killed while it works and restarted.
///
/// @param account of all events
/// @param inFlight calls in flight by the log at each kill
/// @param recovery for each kill, until the last replacement of an interrupted attempt; zero when
///     there was none
public record Kills(DeliveryAccount account, List<Long> inFlight, List<Duration> recovery) {
  private static final int SUBSCRIBERS = 10;

  /// @param service the only dispatcher
  /// @param lease how long an instance owns an attempt
  public static Kills run(
      TrialPlatform stage, ServiceProcess service, int kills, double perSecond, Duration lease)
      throws InterruptedException {
    List<Long> inFlight = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    try (Receiver receiver =
        new Receiver(SUBSCRIBERS, _ -> ReceiverBehavior.okAfter(Duration.ofMillis(30)))) {
      List<WorkspaceId> workspaces = stage.subscribers(SUBSCRIBERS, receiver, "/");
      Traffic traffic = Traffic.steady(stage.log(), workspaces, perSecond);
      for (int i = 0; i < kills; i++) {
        awaitWork(stage, receiver, perSecond);
        times.add(Instant.now());
        service.kill();
        inFlight.add(stage.deliveries().inFlight(workspaces));
        service.start();
        awaitTakenUp(stage, workspaces, times.getLast(), lease);
        stage.progress().accept("kill %d, %d in flight".formatted(i + 1, inFlight.getLast()));
      }
      Set<String> written = traffic.end().keySet();
      stage.awaitFinal(workspaces, written.size(), lease.plusMinutes(3));
      List<LoggedAttempt> attempts = stage.deliveries().attempts(workspaces);
      return new Kills(
          DeliveryAccount.of(written, receiver.visits(), attempts),
          inFlight,
          recovery(times, attempts));
    }
  }

  private static void awaitWork(TrialPlatform stage, Receiver receiver, double perSecond) {
    long before = receiver.visitsSoFar();
    stage.await(
        "deliveries", Duration.ofMinutes(2), () -> receiver.visitsSoFar() > before + perSecond);
  }

  // Every attempt from before the kill has an outcome.
  private static void awaitTakenUp(
      TrialPlatform stage, List<WorkspaceId> workspaces, Instant kill, Duration lease) {
    stage.await(
        "interrupted attempts",
        lease.plusMinutes(2),
        () ->
            stage.deliveries().attempts(workspaces).stream()
                .noneMatch(
                    attempt -> attempt.outcome() == null && attempt.startedAt().isBefore(kill)));
  }

  private static List<Duration> recovery(List<Instant> kills, List<LoggedAttempt> attempts) {
    List<Duration> longest = new ArrayList<>();
    for (int i = 0; i < kills.size(); i++) {
      Instant from = i == 0 ? Instant.EPOCH : kills.get(i - 1);
      Instant kill = kills.get(i);
      Duration worst = Duration.ZERO;
      for (int n = 1; n < attempts.size(); n++) {
        LoggedAttempt cut = attempts.get(n - 1);
        LoggedAttempt next = attempts.get(n);
        if (cut.isInterrupted()
            && next.deliveryId().equals(cut.deliveryId())
            && cut.startedAt().isAfter(from)
            && cut.startedAt().isBefore(kill)) {
          Duration took = Duration.between(kill, next.startedAt());
          worst = took.compareTo(worst) > 0 ? took : worst;
        }
      }
      longest.add(worst);
    }
    return longest;
  }
}

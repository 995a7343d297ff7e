package io.timeledger.acceptance.webhook;

import io.timeledger.schemas.id.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The throughput of deliveries.
///
/// @param perSecond arrived, over the whole time after a warm-up
/// @param endToEnd from written to the log to arrived
/// @param logged whether the log has exactly one attempt for each, delivered
public record Speed(double perSecond, LatencyPercentiles endToEnd, boolean logged) {
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final int MOST_UNDELIVERED = 4000;

  /// At a steady rate.
  public static Speed steady(
      TrialPlatform stage, int subscribers, Duration answerAfter, double perSecond, Duration time)
      throws InterruptedException {
    try (Receiver receiver =
        new Receiver(subscribers, _ -> ReceiverBehavior.okAfter(answerAfter))) {
      List<WorkspaceId> workspaces = stage.subscribers(subscribers, receiver, "/");
      var _ = measured(stage, receiver, steadily(stage, workspaces, perSecond), WARM_UP);
      return judged(stage, receiver, workspaces, steadily(stage, workspaces, perSecond), time);
    }
  }

  /// At maximum throughput.
  public static Speed fastest(
      TrialPlatform stage, int subscribers, Duration answerAfter, Duration time)
      throws InterruptedException {
    try (Receiver receiver =
        new Receiver(subscribers, _ -> ReceiverBehavior.okAfter(answerAfter))) {
      List<WorkspaceId> workspaces = stage.subscribers(subscribers, receiver, "/");
      var _ = measured(stage, receiver, amply(stage, workspaces, receiver), WARM_UP);
      return judged(stage, receiver, workspaces, amply(stage, workspaces, receiver), time);
    }
  }

  private record Measured(Map<String, Long> written, double perSecond) {}

  private static Traffic steadily(
      TrialPlatform stage, List<WorkspaceId> workspaces, double perSecond) {
    return Traffic.steady(stage.log(), workspaces, perSecond);
  }

  private static Traffic amply(
      TrialPlatform stage, List<WorkspaceId> workspaces, Receiver receiver) {
    long before = receiver.visitsSoFar();
    Traffic[] self = new Traffic[1];
    self[0] =
        Traffic.whenever(
            stage.log(),
            workspaces,
            () ->
                self[0] != null
                    && self[0].soFar() - (receiver.visitsSoFar() - before) < MOST_UNDELIVERED);
    return self[0];
  }

  private static Speed judged(
      TrialPlatform stage,
      Receiver receiver,
      List<WorkspaceId> workspaces,
      Traffic traffic,
      Duration time)
      throws InterruptedException {
    Measured measured = measured(stage, receiver, traffic, time);
    int all = (int) receiver.visitsSoFar();
    stage.awaitFinal(workspaces, all, Duration.ofMinutes(2));
    boolean logged =
        stage.deliveries().states(workspaces).equals(Map.of("delivered", (long) all))
            && stage.deliveries().attempts(workspaces).stream()
                    .filter(it -> "delivered".equals(it.outcome()))
                    .count()
                == all;
    return new Speed(
        measured.perSecond(), Neighbours.latency(measured.written(), receiver), logged);
  }

  private static Measured measured(
      TrialPlatform stage, Receiver receiver, Traffic traffic, Duration time)
      throws InterruptedException {
    long before = receiver.visitsSoFar();
    stage.await("a delivery", Duration.ofMinutes(2), () -> receiver.visitsSoFar() > before);
    long visits = receiver.visitsSoFar();
    long start = System.nanoTime();
    Thread.sleep(time);
    double perSecond = (receiver.visitsSoFar() - visits) / ((System.nanoTime() - start) / 1e9);
    Map<String, Long> written = traffic.end();
    stage.await(
        "all deliveries",
        Duration.ofMinutes(3),
        () -> receiver.visitsSoFar() >= before + written.size());
    return new Measured(written, perSecond);
  }
}

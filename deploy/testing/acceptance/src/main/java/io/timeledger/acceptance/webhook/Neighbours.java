package io.timeledger.acceptance.webhook;

import io.timeledger.harness.webhook.LatencyPercentiles;
import io.timeledger.harness.webhook.ReceivedCall;
import io.timeledger.harness.webhook.Receiver;
import io.timeledger.harness.webhook.ReceiverBehavior;
import io.timeledger.harness.webhook.Traffic;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Healthy subscribers, alone and beside others that accept every call and never answer.
///
/// @param alone latencies from written to arrived, before the hanging ones start
/// @param beside the same beside the hanging ones
/// @param written to the healthy ones during the second phase
/// @param delivered of these, by a second after its end
/// @param hanging calls to the hanging ones
public record Neighbours(
    LatencyPercentiles alone, LatencyPercentiles beside, int written, int delivered, long hanging) {

  /// @param perSecond events of each subscriber, hanging or not
  public static Neighbours run(
      TrialPlatform stage, int healthy, int hanging, double perSecond, Duration time)
      throws InterruptedException {
    try (Receiver well = new Receiver(healthy, _ -> ReceiverBehavior.OK);
        Receiver ill = new Receiver(hanging, _ -> ReceiverBehavior.NEVER)) {
      List<WorkspaceId> those = stage.subscribers(healthy, well, "/");
      List<WorkspaceId> others = stage.subscribers(hanging, ill, "/");
      measure(stage, those, well, perSecond, Duration.ofSeconds(3)); // warm-up
      LatencyPercentiles alone = latency(measure(stage, those, well, perSecond, time), well);
      stage.progress().accept("alone: " + alone);
      Traffic trouble = Traffic.steady(stage.log(), others, perSecond * hanging);
      stage.await("hanging calls", Duration.ofMinutes(2), () -> ill.visitsSoFar() >= hanging);
      Traffic traffic = Traffic.steady(stage.log(), those, perSecond * healthy);
      long before = well.visitsSoFar();
      Thread.sleep(time);
      Map<String, Long> written = traffic.end();
      Thread.sleep(Duration.ofSeconds(1));
      int delivered = (int) (well.visitsSoFar() - before);
      awaitVisits(stage, well, before + written.size());
      long hung = ill.visitsSoFar();
      var _ = trouble.end();
      LatencyPercentiles beside = latency(written, well);
      stage.progress().accept("beside: " + beside);
      return new Neighbours(alone, beside, written.size(), delivered, hung);
    }
  }

  private static Map<String, Long> measure(
      TrialPlatform stage,
      List<WorkspaceId> workspaces,
      Receiver receiver,
      double perSecond,
      Duration time)
      throws InterruptedException {
    long before = receiver.visitsSoFar();
    Traffic traffic = Traffic.steady(stage.log(), workspaces, perSecond * workspaces.size());
    Thread.sleep(time);
    Map<String, Long> written = traffic.end();
    awaitVisits(stage, receiver, before + written.size());
    return written;
  }

  private static void awaitVisits(TrialPlatform stage, Receiver receiver, long count) {
    stage.await("visits", Duration.ofMinutes(2), () -> receiver.visitsSoFar() >= count);
  }

  /// From written to first arrival.
  static LatencyPercentiles latency(Map<String, Long> written, Receiver receiver) {
    List<Double> millis = new ArrayList<>();
    for (ReceivedCall call : receiver.visits()) {
      Long at = written.get(call.eventId());
      if (at != null && call.attempt() == 1) {
        millis.add((call.arrivedNanos() - at) / 1e6);
      }
    }
    return LatencyPercentiles.ofMillis(millis);
  }
}

package io.timeledger.acceptance.webhook;

import io.timeledger.harness.webhook.ReceivedCall;
import io.timeledger.harness.webhook.Receiver;
import io.timeledger.harness.webhook.ReceiverBehavior;
import io.timeledger.harness.webhook.Traffic;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Webhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Retries on time: one subscriber that is always down, and many deliveries that fail once and are
/// all due again while new events continue.
///
/// @param gapsLate of the subscriber that is down: by how much each retry exceeded its gap, from
///     the previous answer, measured at the receiver; negative is early
/// @param states of its delivery
/// @param herd the account of the many deliveries
public record Punctuality(List<Duration> gapsLate, Map<String, Long> states, DeliveryAccount herd) {
  private static final int SUBSCRIBERS = 20;

  /// @param herd how many retries
  /// @param time in which they fall due
  /// @param freshPerSecond events delivered at the first attempt meanwhile
  public static Punctuality run(TrialPlatform stage, int herd, Duration time, double freshPerSecond)
      throws InterruptedException {
    try (Receiver receiver = new Receiver(SUBSCRIBERS, Punctuality::answer)) {
      List<WorkspaceId> never = stage.subscribers(1, receiver, "/never");
      List<WorkspaceId> once = stage.subscribers(SUBSCRIBERS, receiver, "/once");
      List<WorkspaceId> fresh = stage.subscribers(SUBSCRIBERS, receiver, "/fresh");
      String event = stage.log().entry(never.getFirst());
      Traffic beside = Traffic.steady(stage.log(), fresh, freshPerSecond);
      Set<String> failing = Traffic.burst(stage.log(), once, herd, time).keySet();
      stage.awaitFinal(once, herd, stage.scaled(60).plus(time).plusSeconds(60));
      Set<String> others = beside.end().keySet();
      stage.progress().accept(herd + " retries made");
      stage.awaitFinal(fresh, others.size(), Duration.ofMinutes(2));
      stage.awaitFinal(never, 1, stage.scaled(2160).plusSeconds(60));
      List<WorkspaceId> both = new ArrayList<>(once);
      both.addAll(fresh);
      Set<String> written = new HashSet<>(failing);
      written.addAll(others);
      return new Punctuality(
          gapsLate(stage, receiver, event),
          stage.deliveries().states(never),
          DeliveryAccount.of(written, receiver.visits(), stage.deliveries().attempts(both)));
    }
  }

  private static ReceiverBehavior answer(ReceivedCall call) {
    return switch (call.path()) {
      case "/never" -> ReceiverBehavior.UNAVAILABLE;
      case "/once" -> call.attempt() == 1 ? ReceiverBehavior.UNAVAILABLE : ReceiverBehavior.OK;
      default -> ReceiverBehavior.OK;
    };
  }

  private static List<Duration> gapsLate(TrialPlatform stage, Receiver receiver, String event) {
    List<ReceivedCall> calls =
        receiver.visits().stream().filter(visit -> visit.eventId().equals(event)).toList();
    List<Duration> late = new ArrayList<>();
    for (int i = 1; i < calls.size(); i++) {
      long gap = calls.get(i).arrivedNanos() - calls.get(i - 1).answeredNanos();
      int delay = i <= 3 ? Webhook.DEFAULT_RETRY_DELAYS.get(i - 1) : 0;
      late.add(Duration.ofNanos(gap).minus(stage.scaled(delay)));
    }
    return late;
  }
}

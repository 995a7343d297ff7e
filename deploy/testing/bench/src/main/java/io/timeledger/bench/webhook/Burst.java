package io.timeledger.bench.webhook;

import io.timeledger.harness.Poll;
import io.timeledger.harness.webhook.DeliveryLog;
import io.timeledger.harness.webhook.HookLog;
import io.timeledger.harness.webhook.Receiver;
import io.timeledger.harness.webhook.ReceiverBehavior;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A burst of events, written as fast as possible.
///
/// @param events that were written
/// @param perSecond from the first event written until the last delivery was logged
record Burst(int events, double perSecond) {
  private static final int WARM_UP = 20; // events of each endpoint
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// For webhook-dispatcher: done when the delivery log has every attempt.
  static Burst delivered(
      HookLog log, DeliveryLog deliveries, int events, int endpoints, ReceiverBehavior by)
      throws InterruptedException {
    try (Receiver receiver = new Receiver(endpoints, _ -> by)) {
      List<WorkspaceId> workspaces = new ArrayList<>();
      for (int i = 0; i < endpoints; i++) {
        workspaces.add(log.subscriber(receiver.url(i, "/")));
      }
      int first = endpoints * WARM_UP;
      measured(log, workspaces, first, () -> isLogged(receiver, deliveries, workspaces, first));
      int all = first + events;
      return measured(
          log, workspaces, events, () -> isLogged(receiver, deliveries, workspaces, all));
    }
  }

  /// For a baseline dispatcher: done when the last event arrived.
  ///
  /// @param starting starts it with the address to post to
  static Burst posted(
      HookLog log,
      BaselineDispatcher.Start starting,
      int events,
      int endpoints,
      ReceiverBehavior by)
      throws InterruptedException {
    try (Receiver receiver = new Receiver(1, _ -> by);
        BaselineDispatcher _ = starting.at(receiver.url(0, "/"))) {
      List<WorkspaceId> workspaces = new ArrayList<>();
      for (int i = 0; i < endpoints; i++) {
        workspaces.add(new WorkspaceId("ws_rival_" + System.nanoTime() + "_" + i));
      }
      return measured(log, workspaces, events, () -> receiver.visitsSoFar() >= events);
    }
  }

  private static Burst measured(
      HookLog log, List<WorkspaceId> workspaces, int events, BooleanSupplier done) {
    long start = System.nanoTime();
    for (int i = 0; i < events; i++) {
      log.entry(workspaces.get(i % workspaces.size()));
    }
    if (!Poll.until(PATIENCE, done)) {
      throw new IllegalStateException("not delivered within " + PATIENCE);
    }
    return new Burst(events, events * 1e9 / (System.nanoTime() - start));
  }

  // Counting the log costs the database more than a delivery, so only when it can be complete.
  private static boolean isLogged(
      Receiver receiver, DeliveryLog deliveries, List<WorkspaceId> workspaces, int events) {
    return receiver.visitsSoFar() >= events
        && deliveries.states(workspaces).getOrDefault("delivered", 0L) == events
        && deliveries.inFlight(workspaces) == 0;
  }
}

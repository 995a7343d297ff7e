package io.timeledger.acceptance.webhook;

import io.timeledger.harness.ServiceProcess;
import io.timeledger.harness.webhook.LoggedAttempt;
import io.timeledger.harness.webhook.ReceivedCall;
import io.timeledger.harness.webhook.Receiver;
import io.timeledger.harness.webhook.ReceiverBehavior;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/// Two dispatchers: one is frozen during a call, and resumed after the other has delivered in its
/// place.
///
/// @param states of the only delivery
/// @param attempts of the delivery in the log
/// @param visits to the receiver
public record FreezeTrial(Map<String, Long> states, List<LoggedAttempt> attempts, int visits) {

  /// @param services instances by their ids
  /// @param lease how long an instance owns an attempt
  public static FreezeTrial run(
      TrialPlatform stage, Map<String, ServiceProcess> services, Duration lease)
      throws InterruptedException {
    CountDownLatch frozen = new CountDownLatch(1);
    try (Receiver receiver = new Receiver(1, call -> answer(call, frozen))) {
      List<WorkspaceId> workspaces = stage.subscribers(1, receiver, "/");
      var _ = stage.log().entry(workspaces.getFirst());
      stage.await("a call", Duration.ofMinutes(2), () -> receiver.visitsSoFar() > 0);
      String worker = stage.deliveries().attempts(workspaces).getFirst().workerId();
      ServiceProcess caller =
          services.entrySet().stream()
              .filter(service -> worker.startsWith("dispatcher-" + service.getKey() + "-"))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElseThrow();
      caller.pause();
      try {
        frozen.countDown();
        stage.awaitFinal(workspaces, 1, lease.plusMinutes(2));
      } finally {
        caller.resume();
      }
      // The resumed one records the result of its call.
      stage.await(
          "the end of the frozen call",
          Duration.ofMinutes(2),
          () ->
              stage.deliveries().attempts(workspaces).stream()
                  .allMatch(attempt -> attempt.number() > 1 || completed(attempt)));
      return new FreezeTrial(
          stage.deliveries().states(workspaces),
          stage.deliveries().attempts(workspaces),
          receiver.visits().size());
    }
  }

  private static boolean completed(LoggedAttempt attempt) {
    return Objects.requireNonNullElse(attempt.error(), "").startsWith("the lease was lost");
  }

  private static ReceiverBehavior answer(ReceivedCall call, CountDownLatch frozen) {
    if (call.attempt() == 1) {
      try {
        frozen.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return ReceiverBehavior.OK;
  }
}

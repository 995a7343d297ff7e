package io.timeledger.acceptance.webhook;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.ManagedProcess;
import io.timeledger.harness.webhook.Receiver;
import io.timeledger.harness.webhook.ReceiverBehavior;
import io.timeledger.harness.webhook.Traffic;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An outage of broker or database while events are written and retries are due.
///
/// @param account of all events
/// @param retriesWhileAway that arrived during the outage
/// @param recovery from the end of the outage to the first delivery of a new event
public record OutageTrial(DeliveryAccount account, long retriesWhileAway, Duration recovery) {
  private static final int SUBSCRIBERS = 10;

  /// Starts and ends an outage of a store.
  public interface Harm {
    void take();

    void giveBack();

    /// Stops and restarts the database.
    static Harm ofDatabase(Cluster cluster) {
      return new Harm() {
        @Override
        public void take() {
          cluster.postgres().stop();
        }

        @Override
        public void giveBack() {
          cluster.postgres().start();
          Cluster.awaitReady(cluster.postgres());
        }
      };
    }

    /// Freezes the broker: connections stay open without answers.
    static Harm ofBroker(Cluster cluster) {
      return new Harm() {
        @Override
        public void take() {
          cluster.brokers().all().forEach(ManagedProcess::pause);
        }

        @Override
        public void giveBack() {
          cluster.brokers().all().forEach(ManagedProcess::resume);
        }
      };
    }
  }

  /// @param time duration of the outage
  public static OutageTrial run(TrialPlatform stage, Harm harm, double perSecond, Duration time)
      throws InterruptedException {
    try (Receiver receiver =
        new Receiver(
            SUBSCRIBERS,
            visit ->
                visit.path().equals("/once") && visit.attempt() == 1
                    ? ReceiverBehavior.UNAVAILABLE
                    : ReceiverBehavior.OK)) {
      List<WorkspaceId> workspaces =
          new ArrayList<>(stage.subscribers(SUBSCRIBERS / 2, receiver, "/once"));
      workspaces.addAll(stage.subscribers(SUBSCRIBERS / 2, receiver, "/fresh"));
      Traffic traffic = Traffic.steady(stage.log(), workspaces, perSecond);
      stage.await(
          "deliveries", Duration.ofMinutes(2), () -> receiver.visitsSoFar() > perSecond * 2);
      long retries;
      harm.take();
      try {
        long before = retries(receiver);
        Thread.sleep(time);
        retries = retries(receiver) - before;
      } finally {
        harm.giveBack();
      }
      long back = System.nanoTime();
      stage.progress().accept("back after " + time);
      long visits = receiver.visitsSoFar();
      stage.await("fresh deliveries", Duration.ofMinutes(3), () -> isFresh(receiver, visits));
      Duration recovery = Duration.ofNanos(System.nanoTime() - back);
      Map<String, Long> written = traffic.end();
      stage.awaitFinal(workspaces, written.size(), stage.scaled(60).plusMinutes(3));
      Set<String> ids = written.keySet();
      return new OutageTrial(
          DeliveryAccount.of(ids, receiver.visits(), stage.deliveries().attempts(workspaces)),
          retries,
          recovery);
    }
  }

  private static boolean isFresh(Receiver receiver, long visits) {
    return receiver.visits().stream().skip(visits).anyMatch(call -> call.attempt() == 1);
  }

  private static long retries(Receiver receiver) {
    return receiver.visits().stream().filter(call -> call.attempt() > 1).count();
  }
}

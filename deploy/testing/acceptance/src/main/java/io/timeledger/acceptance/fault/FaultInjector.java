package io.timeledger.acceptance.fault;

import io.timeledger.acceptance.client.OperationHistory;
import io.timeledger.harness.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Injects faults repeatedly, each after recovery from the previous one. Kinds and targets follow
/// from the seed.
public final class FaultInjector {
  private static final int KILLS_BETWEEN_RESTS = 10;
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration REST = Duration.ofMinutes(1);

  private final Cluster cluster;
  private final OperationHistory history;
  private final Random random;
  private final FaultSequence sequence;
  private final Consumer<Incident> listener;

  /// @param faults supported by this machine
  public FaultInjector(
      Cluster cluster,
      OperationHistory history,
      long seed,
      Collection<Fault> faults,
      Consumer<Incident> listener) {
    this.cluster = cluster;
    this.history = history;
    this.random = new Random(seed);
    this.sequence = new FaultSequence(random, faults);
    this.listener = listener;
  }

  /// Returns once the time is up, the minimum number of kills is reached, and everything has
  /// recovered. In a run of more than ten minutes, a minute without faults follows every tenth
  /// kill.
  public List<Incident> run(Duration time, int leastKills) throws InterruptedException {
    List<Incident> incidents = new ArrayList<>();
    long end = history.now() + time.toMillis();
    boolean isLong = time.compareTo(LONG) > 0;
    int kills = 0;
    while (history.now() < end || kills < leastKills) {
      TimeUnit.MILLISECONDS.sleep(1000 + random.nextInt(2000));
      Incident incident = harm(sequence.next());
      incidents.add(incident);
      listener.accept(incident);
      kills += incident.isKill() ? 1 : 0;
      if (isLong && incident.isKill() && kills % KILLS_BETWEEN_RESTS == 0) {
        Thread.sleep(REST);
      }
    }
    return incidents;
  }

  private Incident harm(Fault fault) throws InterruptedException {
    FaultInjection injection = fault.on(cluster, random);
    long at = history.now();
    injection.harm().run();
    long harmed = history.now();
    TimeUnit.SECONDS.sleep(fault.seconds());
    long mended = history.now(); // from now on, what was harmed may serve again
    injection.mend().run();
    List<String> restarted = cluster.recover();
    return new Incident(
        fault.toString(),
        injection.target(),
        at,
        harmed,
        fault.leavesNoMajority(),
        mended,
        history.now(),
        restarted);
  }
}

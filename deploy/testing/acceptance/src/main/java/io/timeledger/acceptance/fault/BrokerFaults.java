package io.timeledger.acceptance.fault;

import io.timeledger.harness.BackingServer;
import io.timeledger.harness.Brokers;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.LogAdmin.OpenTransaction;
import io.timeledger.harness.ManagedProcess;
import io.timeledger.harness.ServiceProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// Faults of brokers.
final class BrokerFaults {
  private static final String LEDGER = "timeledger-ledger";
  private static final int ATTEMPTS = 100;
  private static final int STILL_MILLIS = 30;

  private BrokerFaults() {}

  static List<BackingServer> some(int count, Cluster cluster, Random random) {
    List<BackingServer> shuffled = new ArrayList<>(cluster.brokers().all());
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, count);
  }

  static FaultInjection killed(List<BackingServer> brokers) {
    return of(brokers, ManagedProcess::kill, ManagedProcess::start);
  }

  static FaultInjection stopped(List<BackingServer> brokers) {
    return of(brokers, ManagedProcess::stop, ManagedProcess::start);
  }

  static FaultInjection paused(List<BackingServer> brokers) {
    return of(brokers, ManagedProcess::pause, ManagedProcess::resume);
  }

  static FaultInjection cutOff(Cluster cluster, List<BackingServer> brokers) {
    Brokers all = cluster.brokers();
    return new FaultInjection(names(brokers), () -> all.cutOff(brokers), all::mend);
  }

  static FaultInjection parted(Cluster cluster, List<BackingServer> brokers) {
    Brokers all = cluster.brokers();
    return new FaultInjection(names(brokers), () -> all.part(brokers), all::mend);
  }

  /// The ledgers are paused before the search for a transaction and until the broker is dead, so
  /// the transaction is certainly open.
  static FaultInjection killedInTransaction(
      Cluster cluster, Random random, ToIntFunction<OpenTransaction> victim) {
    Optional<OpenTransaction> open = standStillInTransaction(cluster);
    BackingServer broker =
        open.map(found -> cluster.brokers().numbered(victim.applyAsInt(found)))
            .orElseGet(() -> some(1, cluster, random).getFirst());
    return new FaultInjection(
        broker.name() + open.map(found -> " in " + found.id()).orElse(", no transaction open"),
        () -> {
          broker.kill();
          cluster.streamsProcessors().forEach(ManagedProcess::resume);
        },
        broker::start);
  }

  /// Leaves the ledgers paused if it finds one.
  private static Optional<OpenTransaction> standStillInTransaction(Cluster cluster) {
    List<ServiceProcess> ledgers = cluster.streamsProcessors();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ledgers.forEach(ManagedProcess::pause);
      waitMillis(STILL_MILLIS); // for what is under way
      Optional<OpenTransaction> open = cluster.brokers().admin().openTransaction(LEDGER);
      if (open.isPresent()) {
        return open;
      }
      ledgers.forEach(ManagedProcess::resume);
      waitMillis(STILL_MILLIS);
    }
    return Optional.empty();
  }

  private static void waitMillis(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A thread per broker, because a clean stop of one may wait for another.
  private static FaultInjection of(
      List<BackingServer> brokers, Consumer<BackingServer> harm, Consumer<BackingServer> mend) {
    return new FaultInjection(
        names(brokers), () -> brokers.parallelStream().forEach(harm), () -> brokers.forEach(mend));
  }

  private static String names(List<BackingServer> brokers) {
    return brokers.stream().map(ManagedProcess::name).sorted().collect(Collectors.joining(", "));
  }
}

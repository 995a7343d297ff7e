package io.timeledger.acceptance.fault;

import io.timeledger.acceptance.process.Brokers;
import io.timeledger.acceptance.process.Cluster;
import io.timeledger.acceptance.process.LogAdmin.OpenTransaction;
import io.timeledger.acceptance.process.Member;
import io.timeledger.acceptance.process.Service;
import io.timeledger.acceptance.process.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// Harm to brokers.
final class BrokerHarm {
  private static final String LEDGER = "timeledger-ledger";
  private static final int ATTEMPTS = 100;
  private static final int STILL_MILLIS = 30;

  private BrokerHarm() {}

  static List<Store> some(int count, Cluster cluster, Random random) {
    List<Store> shuffled = new ArrayList<>(cluster.brokers().all());
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, count);
  }

  static Harm killed(List<Store> brokers) {
    return of(brokers, Member::kill, Member::start);
  }

  static Harm stopped(List<Store> brokers) {
    return of(brokers, Member::stop, Member::start);
  }

  static Harm paused(List<Store> brokers) {
    return of(brokers, Member::pause, Member::resume);
  }

  static Harm cutOff(Cluster cluster, List<Store> brokers) {
    Brokers all = cluster.brokers();
    return new Harm(names(brokers), () -> all.cutOff(brokers), all::mend);
  }

  static Harm parted(Cluster cluster, List<Store> brokers) {
    Brokers all = cluster.brokers();
    return new Harm(names(brokers), () -> all.part(brokers), all::mend);
  }

  /// Ledgers stand still from before it is looked for a transaction until the broker is dead, so
  /// the transaction is open then.
  static Harm killedInTransaction(
      Cluster cluster, Random random, ToIntFunction<OpenTransaction> victim) {
    Optional<OpenTransaction> open = standStillInTransaction(cluster);
    Store broker =
        open.map(found -> cluster.brokers().numbered(victim.applyAsInt(found)))
            .orElseGet(() -> some(1, cluster, random).getFirst());
    return new Harm(
        broker.name() + open.map(found -> " in " + found.id()).orElse(", no transaction open"),
        () -> {
          broker.kill();
          cluster.streamsProcessors().forEach(Member::resume);
        },
        broker::start);
  }

  /// Leaves the ledgers paused, where it finds one.
  private static Optional<OpenTransaction> standStillInTransaction(Cluster cluster) {
    List<Service> ledgers = cluster.streamsProcessors();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ledgers.forEach(Member::pause);
      waitMillis(STILL_MILLIS); // for what is under way
      Optional<OpenTransaction> open = cluster.brokers().admin().openTransaction(LEDGER);
      if (open.isPresent()) {
        return open;
      }
      ledgers.forEach(Member::resume);
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

  /// To each in a thread of its own: one that stops in order may wait for the other.
  private static Harm of(List<Store> brokers, Consumer<Store> harm, Consumer<Store> mend) {
    return new Harm(
        names(brokers), () -> brokers.parallelStream().forEach(harm), () -> brokers.forEach(mend));
  }

  private static String names(List<Store> brokers) {
    return brokers.stream().map(Member::name).sorted().collect(Collectors.joining(", "));
  }
}

package io.timeledger.acceptance.fault;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.LogAdmin;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// The faults of a run, with the time until recovery. What they do is in the classes named after
/// what they harm.
public enum Fault {
  KILL_STREAMS_PROCESSOR(1, ProcessFaults.killed(Cluster::streamsProcessors)),
  /// Long enough that another instance takes over.
  KILL_STREAMS_PROCESSOR_FOR_LONG(15, ProcessFaults.killed(Cluster::streamsProcessors)),
  KILL_INGEST_API(1, ProcessFaults.killed(Cluster::ingestApis)),
  KILL_KAFKA(1, (cluster, _) -> BrokerFaults.killed(cluster.brokers().all())),
  KILL_POSTGRES(1, (cluster, _) -> ProcessFaults.killed(cluster.postgres())),
  KILL_WEBHOOK_DISPATCHER(1, ProcessFaults.killed(Cluster::dispatchers)),
  KILL_CALENDAR_CONNECTOR(1, ProcessFaults.killed(Cluster::connectors), Needs.CONNECTORS),
  /// Like a power failure.
  KILL_EVERYTHING(1, (cluster, _) -> ProcessFaults.allKilled(cluster)),
  STOP_STREAMS_PROCESSOR(1, ProcessFaults.stopped(Cluster::streamsProcessors)),
  STOP_INGEST_API(1, ProcessFaults.stopped(Cluster::ingestApis)),
  STOP_CALENDAR_CONNECTOR(1, ProcessFaults.stopped(Cluster::connectors), Needs.CONNECTORS),
  STOP_KAFKA(3, (cluster, _) -> BrokerFaults.stopped(cluster.brokers().all())),
  STOP_POSTGRES(3, (cluster, _) -> ProcessFaults.stopped(cluster.postgres())),
  /// Longer than its group session: it resumes as a zombie.
  PAUSE_STREAMS_PROCESSOR(9, ProcessFaults.paused(Cluster::streamsProcessors)),
  PAUSE_INGEST_API(4, ProcessFaults.paused(Cluster::ingestApis)),
  /// Longer than any call can last.
  PAUSE_WEBHOOK_DISPATCHER(12, ProcessFaults.paused(Cluster::dispatchers)),
  /// Longer than its lease.
  PAUSE_CALENDAR_CONNECTOR(70, ProcessFaults.paused(Cluster::connectors), Needs.CONNECTORS),
  CUT_KAFKA(0, (cluster, _) -> WireFaults.cut(cluster.brokers().clientWires())),
  CUT_POSTGRES(0, (cluster, _) -> WireFaults.cut(List.of(cluster.postgresWire()))),
  FREEZE_KAFKA(5, (cluster, _) -> WireFaults.frozen(cluster.brokers().clientWires())),
  FREEZE_POSTGRES(5, (cluster, _) -> WireFaults.frozen(List.of(cluster.postgresWire()))),
  SLOW_KAFKA(6, (cluster, _) -> WireFaults.slow(cluster.brokers().clientWires())),
  /// Starts a streams-processor while its disk is full.
  FILL_STATE_DISK(6, (cluster, _) -> DiskFaults.full(cluster), Needs.SMALL_DISK),
  KILL_BROKER(
      1,
      (cluster, random) -> BrokerFaults.killed(BrokerFaults.some(1, cluster, random)),
      Needs.ONE_OF_THREE_BROKERS),
  /// During an open transaction of the ledger in a partition that it leads, and long enough that
  /// another broker leads it.
  KILL_LEADER_IN_TRANSACTION(
      12,
      (cluster, random) ->
          BrokerFaults.killedInTransaction(
              cluster, random, open -> open.leaders().values().iterator().next()),
      Needs.ONE_OF_THREE_BROKERS),
  /// During an open transaction of the ledger that it coordinates.
  KILL_COORDINATOR_IN_TRANSACTION(
      12,
      (cluster, random) ->
          BrokerFaults.killedInTransaction(cluster, random, LogAdmin.OpenTransaction::coordinator),
      Needs.ONE_OF_THREE_BROKERS),
  KILL_TWO_BROKERS(
      12,
      (cluster, random) -> BrokerFaults.killed(BrokerFaults.some(2, cluster, random)),
      Needs.TWO_OF_THREE_BROKERS),
  STOP_BROKER(
      5,
      (cluster, random) -> BrokerFaults.stopped(BrokerFaults.some(1, cluster, random)),
      Needs.ONE_OF_THREE_BROKERS),
  STOP_TWO_BROKERS(
      8,
      (cluster, random) -> BrokerFaults.stopped(BrokerFaults.some(2, cluster, random)),
      Needs.TWO_OF_THREE_BROKERS),
  /// Longer than its session: other brokers lead its partitions when it resumes.
  PAUSE_BROKER(
      14,
      (cluster, random) -> BrokerFaults.paused(BrokerFaults.some(1, cluster, random)),
      Needs.ONE_OF_THREE_BROKERS),
  PAUSE_TWO_BROKERS(
      14,
      (cluster, random) -> BrokerFaults.paused(BrokerFaults.some(2, cluster, random)),
      Needs.TWO_OF_THREE_BROKERS),
  /// From clients and brokers, longer than its session.
  CUT_OFF_BROKER(
      14,
      (cluster, random) -> BrokerFaults.cutOff(cluster, BrokerFaults.some(1, cluster, random)),
      Needs.ONE_OF_THREE_BROKERS),
  /// Clients still reach it, but it cannot see that others lead its partitions.
  CUT_OFF_BROKER_FROM_OTHERS(
      14,
      (cluster, random) -> BrokerFaults.parted(cluster, BrokerFaults.some(1, cluster, random)),
      Needs.ONE_OF_THREE_BROKERS),
  CUT_OFF_TWO_BROKERS(
      14,
      (cluster, random) -> BrokerFaults.cutOff(cluster, BrokerFaults.some(2, cluster, random)),
      Needs.TWO_OF_THREE_BROKERS);

  /// What a fault needs to be possible.
  private enum Needs {
    NOTHING,
    CONNECTORS,
    SMALL_DISK,
    ONE_OF_THREE_BROKERS,
    TWO_OF_THREE_BROKERS;

    boolean areMet(Cluster cluster) {
      return switch (this) {
        case NOTHING -> true;
        case CONNECTORS -> !cluster.connectors().isEmpty();
        case SMALL_DISK -> cluster.stateDisk().isPresent();
        case ONE_OF_THREE_BROKERS, TWO_OF_THREE_BROKERS -> cluster.brokers().all().size() == 3;
      };
    }

    boolean areBrokers() {
      return this == ONE_OF_THREE_BROKERS || this == TWO_OF_THREE_BROKERS;
    }
  }

  private final int seconds;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final FaultSelector kind;

  private final Needs needs;

  /// @param seconds duration until recovery
  Fault(int seconds, FaultSelector kind) {
    this(seconds, kind, Needs.NOTHING);
  }

  Fault(int seconds, FaultSelector kind, Needs needs) {
    this.seconds = seconds;
    this.kind = kind;
    this.needs = needs;
  }

  /// Faults that need only one broker.
  public static List<Fault> ofOneBroker() {
    return Arrays.stream(values()).filter(fault -> !fault.needs.areBrokers()).toList();
  }

  /// Faults of replicated brokers and of their producers.
  public static List<Fault> ofSeveralBrokers() {
    return Arrays.stream(values())
        .filter(
            fault ->
                fault.needs.areBrokers() || fault == KILL_KAFKA || fault == KILL_STREAMS_PROCESSOR)
        .toList();
  }

  /// The faults that this machine supports.
  public static List<Fault> possible(Cluster cluster, Collection<Fault> faults) {
    return faults.stream().filter(fault -> fault.needs.areMet(cluster)).toList();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether no write can be on two brokers while it lasts.
  boolean leavesNoMajority() {
    return needs == Needs.TWO_OF_THREE_BROKERS;
  }

  int seconds() {
    return seconds;
  }

  boolean isKill() {
    return name().startsWith("KILL");
  }

  FaultInjection on(Cluster cluster, Random random) {
    return kind.on(cluster, random);
  }
}

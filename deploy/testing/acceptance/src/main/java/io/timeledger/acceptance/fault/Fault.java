package io.timeledger.acceptance.fault;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.LogAdmin;
import io.timeledger.harness.ManagedProcess;
import io.timeledger.harness.ServiceProcess;
import io.timeledger.harness.SmallDisk;
import io.timeledger.harness.TcpProxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/// A kind of fault, with its recovery.
public enum Fault {
  KILL_STREAMS_PROCESSOR(1) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return killed(any(cluster.streamsProcessors(), random));
    }
  },
  /// Long enough that another instance takes over.
  KILL_STREAMS_PROCESSOR_FOR_LONG(15) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return killed(any(cluster.streamsProcessors(), random));
    }
  },
  KILL_INGEST_API(1) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return killed(any(cluster.ingestApis(), random));
    }
  },
  KILL_KAFKA(1) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return BrokerFaults.killed(cluster.brokers().all());
    }
  },
  KILL_POSTGRES(1) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return killed(cluster.postgres());
    }
  },
  KILL_WEBHOOK_DISPATCHER(1) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return killed(any(cluster.dispatchers(), random));
    }
  },
  KILL_CALENDAR_CONNECTOR(1) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return killed(any(cluster.connectors(), random));
    }

    @Override
    boolean isPossible(Cluster cluster) {
      return !cluster.connectors().isEmpty();
    }
  },
  /// Like a power failure.
  KILL_EVERYTHING(1) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return new FaultInjection(
          "all of them",
          () -> cluster.members().forEach(ManagedProcess::kill),
          () -> cluster.members().forEach(ManagedProcess::start));
    }
  },
  STOP_STREAMS_PROCESSOR(1) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return stopped(any(cluster.streamsProcessors(), random));
    }
  },
  STOP_INGEST_API(1) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return stopped(any(cluster.ingestApis(), random));
    }
  },
  STOP_CALENDAR_CONNECTOR(1) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return stopped(any(cluster.connectors(), random));
    }

    @Override
    boolean isPossible(Cluster cluster) {
      return !cluster.connectors().isEmpty();
    }
  },
  STOP_KAFKA(3) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return BrokerFaults.stopped(cluster.brokers().all());
    }
  },
  STOP_POSTGRES(3) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return stopped(cluster.postgres());
    }
  },
  /// Longer than its group session: it resumes as a zombie.
  PAUSE_STREAMS_PROCESSOR(9) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return paused(any(cluster.streamsProcessors(), random));
    }
  },
  PAUSE_INGEST_API(4) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return paused(any(cluster.ingestApis(), random));
    }
  },
  /// Longer than any call can last.
  PAUSE_WEBHOOK_DISPATCHER(12) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return paused(any(cluster.dispatchers(), random));
    }
  },
  /// Longer than its lease.
  PAUSE_CALENDAR_CONNECTOR(70) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return paused(any(cluster.connectors(), random));
    }

    @Override
    boolean isPossible(Cluster cluster) {
      return !cluster.connectors().isEmpty();
    }
  },
  CUT_KAFKA(0) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return cut(cluster.brokers().clientWires());
    }
  },
  CUT_POSTGRES(0) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return cut(List.of(cluster.postgresWire()));
    }
  },
  FREEZE_KAFKA(5) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return frozen(cluster.brokers().clientWires());
    }
  },
  FREEZE_POSTGRES(5) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return frozen(List.of(cluster.postgresWire()));
    }
  },
  SLOW_KAFKA(6) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      List<TcpProxy> proxies = cluster.brokers().clientWires();
      return new FaultInjection(
          connections(proxies),
          () -> proxies.forEach(wire -> wire.slow(60)),
          () -> proxies.forEach(TcpProxy::mend));
    }
  },
  /// Starts a streams-processor while its disk is full.
  FILL_STATE_DISK(6) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      SmallDisk disk = cluster.stateDisk().orElseThrow();
      ServiceProcess victim = cluster.streamsProcessors().getFirst();
      return new FaultInjection(
          victim.name(),
          () -> {
            victim.kill();
            disk.fill();
            victim.start();
          },
          disk::free);
    }

    @Override
    boolean isPossible(Cluster cluster) {
      return cluster.stateDisk().isPresent();
    }
  },
  KILL_BROKER(1, Away.ONE) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return BrokerFaults.killed(BrokerFaults.some(1, cluster, random));
    }
  },
  /// During an open transaction of the ledger in a partition that it leads, and long enough that
  /// another broker leads it.
  KILL_LEADER_IN_TRANSACTION(12, Away.ONE) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return BrokerFaults.killedInTransaction(
          cluster, random, open -> open.leaders().values().iterator().next());
    }
  },
  /// During an open transaction of the ledger that it coordinates.
  KILL_COORDINATOR_IN_TRANSACTION(12, Away.ONE) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return BrokerFaults.killedInTransaction(
          cluster, random, LogAdmin.OpenTransaction::coordinator);
    }
  },
  KILL_TWO_BROKERS(12, Away.TWO) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return BrokerFaults.killed(BrokerFaults.some(2, cluster, random));
    }
  },
  STOP_BROKER(5, Away.ONE) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return BrokerFaults.stopped(BrokerFaults.some(1, cluster, random));
    }
  },
  STOP_TWO_BROKERS(8, Away.TWO) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return BrokerFaults.stopped(BrokerFaults.some(2, cluster, random));
    }
  },
  /// Longer than its session: other brokers lead its partitions when it resumes.
  PAUSE_BROKER(14, Away.ONE) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return BrokerFaults.paused(BrokerFaults.some(1, cluster, random));
    }
  },
  PAUSE_TWO_BROKERS(14, Away.TWO) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return BrokerFaults.paused(BrokerFaults.some(2, cluster, random));
    }
  },
  /// From clients and brokers, longer than its session.
  CUT_OFF_BROKER(14, Away.ONE) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return BrokerFaults.cutOff(cluster, BrokerFaults.some(1, cluster, random));
    }
  },
  /// Clients still reach it, but it cannot see that others lead its partitions.
  CUT_OFF_BROKER_FROM_OTHERS(14, Away.ONE) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return BrokerFaults.parted(cluster, BrokerFaults.some(1, cluster, random));
    }
  },
  CUT_OFF_TWO_BROKERS(14, Away.TWO) {
    @Override
    FaultInjection on(Cluster cluster, Random random) {
      return BrokerFaults.cutOff(cluster, BrokerFaults.some(2, cluster, random));
    }
  };

  /// How many of three brokers are affected.
  private enum Away {
    /// None or all of them.
    ANY,
    ONE,
    TWO
  }

  private final int seconds;
  private final Away away;

  /// @param seconds duration until recovery
  Fault(int seconds) {
    this(seconds, Away.ANY);
  }

  /// @param away how many brokers it affects; if given, it needs three
  Fault(int seconds, Away away) {
    this.seconds = seconds;
    this.away = away;
  }

  /// Faults that need only one broker.
  public static List<Fault> ofOneBroker() {
    return Arrays.stream(values()).filter(fault -> fault.away == Away.ANY).toList();
  }

  /// Faults of replicated brokers and of their producers.
  public static List<Fault> ofSeveralBrokers() {
    return Arrays.stream(values())
        .filter(
            fault ->
                fault.away != Away.ANY || fault == KILL_KAFKA || fault == KILL_STREAMS_PROCESSOR)
        .toList();
  }

  /// The faults that this machine supports.
  public static List<Fault> possible(Cluster cluster, Collection<Fault> faults) {
    return faults.stream().filter(fault -> fault.isPossible(cluster)).toList();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean isPossible(Cluster cluster) {
    return away == Away.ANY || cluster.brokers().all().size() == 3;
  }

  /// Whether no write can be on two brokers while it lasts.
  boolean leavesNoMajority() {
    return away == Away.TWO;
  }

  int seconds() {
    return seconds;
  }

  boolean isKill() {
    return name().startsWith("KILL");
  }

  abstract FaultInjection on(Cluster cluster, Random random);

  private static FaultInjection killed(ManagedProcess member) {
    return new FaultInjection(member.name(), member::kill, member::start);
  }

  private static FaultInjection stopped(ManagedProcess member) {
    return new FaultInjection(member.name(), member::stop, member::start);
  }

  private static FaultInjection paused(ManagedProcess member) {
    return new FaultInjection(member.name(), member::pause, member::resume);
  }

  private static FaultInjection cut(List<TcpProxy> proxies) {
    return new FaultInjection(connections(proxies), () -> proxies.forEach(TcpProxy::cut), () -> {});
  }

  private static FaultInjection frozen(List<TcpProxy> proxies) {
    return new FaultInjection(
        connections(proxies),
        () -> proxies.forEach(TcpProxy::freeze),
        () -> proxies.forEach(TcpProxy::mend));
  }

  private static String connections(List<TcpProxy> proxies) {
    return proxies.stream()
        .map(TcpProxy::name)
        .collect(Collectors.joining(", ", "", " connections"));
  }

  private static ServiceProcess any(List<ServiceProcess> services, Random random) {
    return services.get(random.nextInt(services.size()));
  }
}

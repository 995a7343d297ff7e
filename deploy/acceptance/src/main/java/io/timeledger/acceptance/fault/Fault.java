package io.timeledger.acceptance.fault;

import io.timeledger.acceptance.process.Cluster;
import io.timeledger.acceptance.process.Disk;
import io.timeledger.acceptance.process.Member;
import io.timeledger.acceptance.process.Service;
import io.timeledger.acceptance.process.Wire;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// One kind of harm, and how it ends.
public enum Fault {
  KILL_STREAMS_PROCESSOR(1) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return killed(any(cluster.streamsProcessors(), random));
    }
  },
  /// So long that another instance takes over.
  KILL_STREAMS_PROCESSOR_FOR_LONG(15) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return killed(any(cluster.streamsProcessors(), random));
    }
  },
  KILL_INGEST_API(1) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return killed(any(cluster.ingestApis(), random));
    }
  },
  KILL_KAFKA(1) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return killed(cluster.kafka());
    }
  },
  KILL_POSTGRES(1) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return killed(cluster.postgres());
    }
  },
  KILL_WEBHOOK_DISPATCHER(1) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return killed(any(cluster.dispatchers(), random));
    }
  },
  /// As when the power fails.
  KILL_EVERYTHING(1) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return new Harm(
          "all of them",
          () -> cluster.members().forEach(Member::kill),
          () -> cluster.members().forEach(Member::start));
    }
  },
  STOP_STREAMS_PROCESSOR(1) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return stopped(any(cluster.streamsProcessors(), random));
    }
  },
  STOP_INGEST_API(1) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return stopped(any(cluster.ingestApis(), random));
    }
  },
  STOP_KAFKA(3) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return stopped(cluster.kafka());
    }
  },
  STOP_POSTGRES(3) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return stopped(cluster.postgres());
    }
  },
  /// Longer than its session in the group: it wakes up as a zombie.
  PAUSE_STREAMS_PROCESSOR(9) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return paused(any(cluster.streamsProcessors(), random));
    }
  },
  PAUSE_INGEST_API(4) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return paused(any(cluster.ingestApis(), random));
    }
  },
  /// Longer than any call lasts.
  PAUSE_WEBHOOK_DISPATCHER(12) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return paused(any(cluster.dispatchers(), random));
    }
  },
  CUT_KAFKA(0) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return new Harm("kafka connections", cluster.kafkaWire()::cut, () -> {});
    }
  },
  CUT_POSTGRES(0) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return new Harm("postgres connections", cluster.postgresWire()::cut, () -> {});
    }
  },
  FREEZE_KAFKA(5) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return frozen(cluster.kafkaWire());
    }
  },
  FREEZE_POSTGRES(5) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return frozen(cluster.postgresWire());
    }
  },
  SLOW_KAFKA(6) {
    @Override
    Harm on(Cluster cluster, Random random) {
      Wire wire = cluster.kafkaWire();
      return new Harm("kafka connections", () -> wire.slow(60), wire::mend);
    }
  },
  /// A streams-processor is started while its disk is full.
  FILL_STATE_DISK(6) {
    @Override
    Harm on(Cluster cluster, Random random) {
      Disk disk = cluster.stateDisk().orElseThrow();
      Service victim = cluster.streamsProcessors().getFirst();
      return new Harm(
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
  };

  private final int seconds;

  /// @param seconds how long it lasts before it is mended
  Fault(int seconds) {
    this.seconds = seconds;
  }

  /// The one of this name, as `kill-kafka`.
  public static Fault named(String name) {
    return Arrays.stream(values())
        .filter(fault -> fault.toString().equals(name))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no fault " + name));
  }

  /// Those that this machine has the means for.
  public static List<Fault> possible(Cluster cluster, Collection<Fault> faults) {
    return faults.stream().filter(fault -> fault.isPossible(cluster)).toList();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean isPossible(Cluster cluster) {
    return true;
  }

  int seconds() {
    return seconds;
  }

  boolean isKill() {
    return name().startsWith("KILL");
  }

  abstract Harm on(Cluster cluster, Random random);

  private static Harm killed(Member member) {
    return new Harm(member.name(), member::kill, member::start);
  }

  private static Harm stopped(Member member) {
    return new Harm(member.name(), member::stop, member::start);
  }

  private static Harm paused(Member member) {
    return new Harm(member.name(), member::pause, member::resume);
  }

  private static Harm frozen(Wire wire) {
    return new Harm(wire.name() + " connections", wire::freeze, wire::mend);
  }

  private static Service any(List<Service> services, Random random) {
    return services.get(random.nextInt(services.size()));
  }
}

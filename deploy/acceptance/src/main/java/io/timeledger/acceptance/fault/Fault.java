package io.timeledger.acceptance.fault;

import io.timeledger.acceptance.process.Cluster;
import io.timeledger.acceptance.process.Member;
import io.timeledger.acceptance.process.Service;
import io.timeledger.acceptance.process.Wire;
import java.util.List;
import java.util.Random;

/// One kind of harm, and how it ends.
enum Fault {
  KILL_STREAMS_PROCESSOR(1) {
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
  STOP_STREAMS_PROCESSOR(1) {
    @Override
    Harm on(Cluster cluster, Random random) {
      return stopped(any(cluster.streamsProcessors(), random));
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
  };

  private final int seconds;

  /// @param seconds how long it lasts before it is mended
  Fault(int seconds) {
    this.seconds = seconds;
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

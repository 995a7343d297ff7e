package io.timeledger.acceptance.fault;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.ManagedProcess;
import io.timeledger.harness.ServiceProcess;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// Faults of processes: of any instance of a service, of the database, of all.
final class ProcessFaults {
  private ProcessFaults() {}

  static FaultSelector killed(Function<Cluster, List<ServiceProcess>> service) {
    return (cluster, random) -> killed(any(service.apply(cluster), random));
  }

  static FaultSelector stopped(Function<Cluster, List<ServiceProcess>> service) {
    return (cluster, random) -> stopped(any(service.apply(cluster), random));
  }

  static FaultSelector paused(Function<Cluster, List<ServiceProcess>> service) {
    return (cluster, random) -> {
      ServiceProcess victim = any(service.apply(cluster), random);
      return new FaultInjection(victim.name(), victim::pause, victim::resume);
    };
  }

  static FaultInjection killed(ManagedProcess process) {
    return new FaultInjection(process.name(), process::kill, process::start);
  }

  static FaultInjection stopped(ManagedProcess process) {
    return new FaultInjection(process.name(), process::stop, process::start);
  }

  static FaultInjection allKilled(Cluster cluster) {
    return new FaultInjection(
        "all of them",
        () -> cluster.members().forEach(ManagedProcess::kill),
        () -> cluster.members().forEach(ManagedProcess::start));
  }

  private static ServiceProcess any(List<ServiceProcess> services, Random random) {
    return services.get(random.nextInt(services.size()));
  }
}

package io.timeledger.acceptance.fault;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.ServiceProcess;
import io.timeledger.harness.SmallDisk;

/// Faults of the disk that holds the state of a streams-processor.
final class DiskFaults {
  private DiskFaults() {}

  /// Starts the streams-processor while its disk is full.
  static FaultInjection full(Cluster cluster) {
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
}

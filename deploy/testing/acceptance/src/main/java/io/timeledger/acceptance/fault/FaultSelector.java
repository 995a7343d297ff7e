package io.timeledger.acceptance.fault;

import io.timeledger.harness.Cluster;
import java.util.Random;

/// Chooses the target of a fault.
@FunctionalInterface
interface FaultSelector {
  FaultInjection on(Cluster cluster, Random random);
}

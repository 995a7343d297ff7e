package io.timeledger.runtime.network;

import java.util.Set;

/// The allowed ports of public hosts: 443, and those from 1024 except of well-known internal
/// services. One list for both, so that an accepted URL can also be called.
public final class PublicPorts {
  private static final int HTTPS = 443;
  private static final int FIRST_UNPRIVILEGED = 1024;
  private static final int LAST = 65_535;

  /// Databases, brokers, container and cluster control, monitoring, remote desktops, debuggers.
  private static final Set<Integer> INTERNAL =
      Set.of(
          1433, 1521, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 4194, 4369, 5005, 5432, 5433,
          5601, 5672, 5900, 5984, 5985, 5986, 6379, 6443, 6667, 7001, 8086, 8125, 8500, 9042, 9092,
          9093, 9100, 9200, 9300, 10_250, 10_255, 11_211, 15_672, 27_017);

  private PublicPorts() {}

  public static boolean mayCall(int port) {
    return port == HTTPS
        || (port >= FIRST_UNPRIVILEGED && port <= LAST && !INTERNAL.contains(port));
  }
}

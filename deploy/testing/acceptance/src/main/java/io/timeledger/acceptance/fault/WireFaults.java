package io.timeledger.acceptance.fault;

import io.timeledger.harness.TcpProxy;
import java.util.List;
import java.util.stream.Collectors;

/// Faults of connections.
final class WireFaults {
  private static final int SLOW_MILLIS = 60;

  private WireFaults() {}

  static FaultInjection cut(List<TcpProxy> wires) {
    return new FaultInjection(names(wires), () -> wires.forEach(TcpProxy::cut), () -> {});
  }

  static FaultInjection frozen(List<TcpProxy> wires) {
    return new FaultInjection(
        names(wires), () -> wires.forEach(TcpProxy::freeze), () -> wires.forEach(TcpProxy::mend));
  }

  static FaultInjection slow(List<TcpProxy> wires) {
    return new FaultInjection(
        names(wires),
        () -> wires.forEach(wire -> wire.slow(SLOW_MILLIS)),
        () -> wires.forEach(TcpProxy::mend));
  }

  private static String names(List<TcpProxy> wires) {
    return wires.stream().map(TcpProxy::name).collect(Collectors.joining(", ", "", " connections"));
  }
}

package io.timeledger.harness;

import java.util.concurrent.TimeUnit;
import org.netcrusher.core.reactor.NioReactor;
import org.netcrusher.core.throttle.DelayThrottler;
import org.netcrusher.core.throttle.Throttler;
import org.netcrusher.tcp.TcpCrusher;
import org.netcrusher.tcp.TcpCrusherBuilder;

/// Proxies all services' connections to a store, so that they can be cut, frozen or slowed down.
public final class TcpProxy implements AutoCloseable {
  private final String name;
  private final TcpCrusher crusher;
  private volatile Throttler delay = Throttler.NOOP;

  TcpProxy(String name, NioReactor reactor, int port, int target) {
    this(name, reactor, "127.0.0.1", port, target);
  }

  /// @param address a local one, to listen on
  TcpProxy(String name, NioReactor reactor, String address, int port, int target) {
    this.name = name;
    this.crusher =
        TcpCrusherBuilder.builder()
            .withReactor(reactor)
            .withBindAddress(address, port)
            .withConnectAddress("127.0.0.1", target)
            .withBufferCount(16)
            .withBufferSize(32 * 1024)
            .withBufferDirect(false)
            .withTcpNoDelay(true)
            .withIncomingThrottlerFactory(_ -> bytes -> delay.calculateDelayNs(bytes))
            .buildAndOpen();
  }

  public String name() {
    return name;
  }

  /// Closes every connection; new ones work.
  public void cut() {
    crusher.closeAllPairs();
  }

  /// Blocks all traffic without closing connections.
  public void freeze() {
    if (!crusher.isFrozen()) {
      crusher.freeze();
    }
  }

  public void unfreeze() {
    if (crusher.isFrozen()) {
      crusher.unfreeze();
    }
  }

  /// Delays responses by this time.
  public void slow(int millis) {
    delay = new DelayThrottler(millis, TimeUnit.MILLISECONDS);
  }

  public void mend() {
    delay = Throttler.NOOP;
    unfreeze();
  }

  @Override
  public void close() {
    crusher.close();
  }
}

package io.timeledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Ports of 127.0.0.1.
public final class LoopbackPort {
  private static final int CONNECT_MILLIS = 300;
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private LoopbackPort() {}

  /// A currently unused port; another process may still take it first. It is below the system's
  /// ephemeral range: otherwise a client that reconnects while the server is down could be given
  /// that very port. Never the same twice in a process: the first taker may not use it yet.
  public static int free() {
    return ThreadLocalRandom.current()
        .ints(LOWEST, HIGHEST)
        .filter(port -> !GIVEN.contains(port) && binds(port) && GIVEN.add(port))
        .findFirst()
        .orElseThrow();
  }

  /// Returns the port if nothing listens on it, on this address or on all of them; 0 picks a free
  /// one.
  public static int require(int port, String purpose) {
    if (port == 0) {
      return free();
    }
    if (!binds(port) || answers(port)) {
      throw new PortInUseException(purpose, port);
    }
    return port;
  }

  private static boolean binds(int port) {
    try (ServerSocket _ = new ServerSocket(port, 1, loopback())) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  // macOS allows a bind to 127.0.0.1 beside a listener on all addresses
  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(loopback(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

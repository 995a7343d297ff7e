package io.timeledger.bench.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// Answers at once, but for the first second of every five, in which nothing is answered.
final class StallingServer implements AutoCloseable {
  static final long CYCLE = 5_000_000_000L;
  static final long STALL = 1_000_000_000L;

  private final HttpServer server;
  private final long start = System.nanoTime();

  StallingServer() throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      long into = (System.nanoTime() - start) % CYCLE;
      if (into < STALL) {
        LockSupport.parkNanos(STALL - into);
      }
      exchange.sendResponseHeaders(204, -1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

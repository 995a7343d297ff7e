package io.timeledger.calendar.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Serves one ICS file on loopback, with an ETag, or another configured response.
public final class IcsServer implements AutoCloseable {

  /// How to answer.
  @FunctionalInterface
  public interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Integer> statuses = new CopyOnWriteArrayList<>();
  private volatile Answer answer = exchange -> plain(exchange, 404, "nothing");

  public IcsServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 64);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/private-7d1f/basic.ics";
  }

  /// Serves the file from now on.
  public void serve(String file) {
    byte[] bytes = file.getBytes(UTF_8);
    String tag = "\"" + Integer.toHexString(file.hashCode()) + "\"";
    answer =
        exchange -> {
          exchange.getResponseHeaders().add("ETag", tag);
          if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            status(exchange, 304, -1);
          } else {
            exchange.getResponseHeaders().add("Content-Type", "text/calendar; charset=utf-8");
            status(exchange, 200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        };
  }

  public void follow(Answer next) {
    answer = next;
  }

  public void refuse(int code) {
    answer = exchange -> plain(exchange, code, "no");
  }

  /// The statuses of all answers, in their order.
  public List<Integer> statuses() {
    return List.copyOf(statuses);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  public void plain(HttpExchange exchange, int code, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    status(exchange, code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /// @param length -1 for none, 0 for chunks
  public void status(HttpExchange exchange, int code, long length) throws IOException {
    statuses.add(code);
    exchange.sendResponseHeaders(code, length);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer.give(exchange);
    }
  }
}

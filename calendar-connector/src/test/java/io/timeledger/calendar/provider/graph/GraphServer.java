package io.timeledger.calendar.provider.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Serves scripted responses on loopback. What has no script is 404.
final class GraphServer implements AutoCloseable {
  static final String BASE = "/microsoft/v1.0";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Scripted> scripts = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  GraphServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 64);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /// @param target path below the base as it is sent, with or without its query
  void answer(String target, JsonNode body) {
    answer(target, 200, body.toString(), null);
  }

  void answer(String target, int status, String body, @Nullable String retryAfter) {
    scripts.put(target, new Scripted(status, body, retryAfter));
  }

  String url(String target) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + BASE + target;
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  List<String> targets() {
    return requests.stream().map(Request::target).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestURI().toString().substring(BASE.length());
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              target,
              exchange.getRequestHeaders().getOrDefault("Prefer", List.of()),
              exchange.getRequestHeaders().getFirst("Authorization"),
              body));
      Scripted script =
          Optional.ofNullable(scripts.get(target))
              .or(() -> Optional.ofNullable(scripts.get(target.replaceFirst("\\?.*", ""))))
              .orElse(new Scripted(404, "{\"error\":{\"code\":\"ErrorItemNotFound\"}}", null));
      if (script.retryAfter() != null) {
        exchange.getResponseHeaders().add("Retry-After", script.retryAfter());
      }
      byte[] bytes = script.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(script.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  record Request(
      String method,
      String target,
      List<String> prefer,
      @Nullable String authorization,
      String body) {}

  private record Scripted(int status, String body, @Nullable String retryAfter) {}
}

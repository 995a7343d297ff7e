package io.timeledger.calendar.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A JSON API on loopback that answers as a script says, and keeps the requests.
public final class JsonServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Script script = _ -> new Response(404, Map.of(), "");

  /// @param target path and query as sent
  /// @param path decoded
  /// @param query decoded parameters
  /// @param headers names in lower case
  public record Request(
      String method,
      String target,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      String body) {}

  public record Response(int status, Map<String, String> headers, String body) {
    public static Response ok(String body) {
      return new Response(200, Map.of("Content-Type", "application/json"), body);
    }
  }

  /// How to answer.
  @FunctionalInterface
  public interface Script {
    Response answer(Request request);
  }

  public JsonServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 64);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api");
  }

  /// Answers as the script says from now on.
  public void follow(Script next) {
    script = next;
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public void forgetRequests() {
    requests.clear();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = request(exchange);
      requests.add(request);
      Response response = script.answer(request);
      response.headers().forEach(exchange.getResponseHeaders()::add);
      byte[] bytes = response.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Request request(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        exchange.getRequestURI().getPath(),
        query(exchange.getRequestURI().getRawQuery()),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String parameter : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = parameter.split("=", 2);
      query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
    }
    return query;
  }
}

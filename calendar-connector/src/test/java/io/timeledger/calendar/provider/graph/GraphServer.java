package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.testkit.JsonServer;
import io.timeledger.calendar.testkit.JsonServer.Request;
import io.timeledger.calendar.testkit.JsonServer.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Serves scripted responses by the target of requests. What has no script is 404.
final class GraphServer implements AutoCloseable {
  private static final Response NOT_FOUND =
      new Response(404, Map.of(), "{\"error\":{\"code\":\"ErrorItemNotFound\"}}");

  private final JsonServer server = new JsonServer();
  private final Map<String, Response> scripts = new ConcurrentHashMap<>();

  GraphServer() {
    server.follow(
        request -> {
          String target = target(request);
          Response whole = scripts.get(target);
          return whole == null
              ? scripts.getOrDefault(target.replaceFirst("\\?.*", ""), NOT_FOUND)
              : whole;
        });
  }

  URI base() {
    return server.base();
  }

  /// @param target path below the base as it is sent, with or without its query
  void answer(String target, JsonNode body) {
    answer(target, 200, body.toString(), null);
  }

  void answer(String target, int status, String body, @Nullable String retryAfter) {
    Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter);
    scripts.put(target, new Response(status, headers, body));
  }

  String url(String target) {
    return base() + target;
  }

  List<Request> requests() {
    return server.requests();
  }

  List<String> targets() {
    return requests().stream().map(this::target).toList();
  }

  @Override
  public void close() {
    server.close();
  }

  private String target(Request request) {
    return request.target().substring(base().getRawPath().length());
  }
}

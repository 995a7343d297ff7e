package io.timeledger.twin.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds who answers a call. A pattern is a path in which `{name}` stands for one segment.
public final class Routes implements CallHandler {
  private record Route(String method, List<String> pattern, CallHandler handler) {}

  private final List<Route> routes = new ArrayList<>();

  public Routes on(String method, String pattern, CallHandler handler) {
    routes.add(new Route(method, List.of(pattern.split("/", -1)), handler));
    return this;
  }

  @Override
  public HttpAnswer handle(Call call) {
    List<String> segments = List.of(call.path().split("/", -1));
    boolean allowed = false;
    for (Routes.Route route : routes) {
      Optional<Map<String, String>> found = match(route.pattern(), segments);
      if (found.isPresent() && route.method().equals(call.method())) {
        return route.handler().handle(call.with(found.get()));
      }
      allowed |= found.isPresent();
    }
    return HttpAnswer.json(allowed ? 405 : 404, Trees.object().put("error", "no such route"));
  }

  private static Optional<Map<String, String>> match(List<String> pattern, List<String> segments) {
    if (pattern.size() != segments.size()) {
      return Optional.empty();
    }
    HashMap<String, String> variables = new HashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      String expected = pattern.get(i);
      if (expected.startsWith("{")) {
        variables.put(expected.substring(1, expected.length() - 1), decode(segments.get(i)));
      } else if (!expected.equals(decode(segments.get(i)))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  /// In a path a plus is a plus.
  private static String decode(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }
}

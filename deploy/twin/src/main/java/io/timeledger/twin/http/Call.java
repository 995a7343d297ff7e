package io.timeledger.twin.http;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A call, read whole.
///
/// @param path as sent, percent-encoded
/// @param origin scheme, host and port that the caller used
/// @param variables parts of the path, decoded
public record Call(
    String method,
    String path,
    Parameters query,
    Headers headers,
    String body,
    String origin,
    Map<String, String> variables) {

  public String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  /// Every line of a header, for lists may come in one or in several.
  public List<String> headerLines(String name) {
    return headers.getOrDefault(name, List.of());
  }

  public Optional<String> bearer() {
    return header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip());
  }

  public boolean accepts(String type) {
    return header("Accept").filter(value -> value.contains(type)).isPresent();
  }

  public Parameters form() {
    return Parameters.parse(body);
  }

  /// The body, which must be a JSON object; none is an empty one.
  public ObjectNode json() {
    if (body.isEmpty()) {
      return Trees.object();
    }
    try {
      return (ObjectNode) JsonMapper.shared().readTree(body);
    } catch (JacksonException | ClassCastException e) {
      throw new RefusedException(
          HttpAnswer.json(400, Trees.object().put("error", "the body is no JSON object")));
    }
  }

  /// A required text of a JSON body, or a refusal.
  public String required(String field) {
    JsonNode value = json().path(field);
    if (!value.isString() || value.asString().isBlank()) {
      throw new RefusedException(
          HttpAnswer.json(400, Trees.object().put("error", field + " is missing")));
    }
    return value.asString();
  }

  public Call at(String otherPath) {
    return new Call(method, otherPath, query, headers, body, origin, variables);
  }

  Call with(Map<String, String> found) {
    return new Call(method, path, query, headers, body, origin, found);
  }
}

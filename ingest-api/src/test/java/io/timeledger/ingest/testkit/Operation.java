package io.timeledger.ingest.testkit;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// An operation as the document describes it.
public record Operation(String method, String path, JsonNode description, JsonNode document) {

  /// Every operation of the document.
  public static List<Operation> all(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    document
        .required("paths")
        .forEachEntry(
            (path, methods) ->
                methods.forEachEntry(
                    (method, description) ->
                        operations.add(
                            new Operation(
                                method.toUpperCase(Locale.ROOT), path, description, document))));
    return operations;
  }

  /// Whether it needs the token of a member.
  public boolean isForMembers() {
    return !description.has("security");
  }

  public boolean isForOperators() {
    return description.path("security").valueStream().anyMatch(way -> way.has("operatorToken"));
  }

  public boolean namesOne() {
    return path.contains("{id}");
  }

  /// Whether the id is one that the caller may choose, so that none is unknown.
  public boolean takesIdsOfTheCaller() {
    return method.equals("PUT") || (method.equals("POST") && path.contains("/invoices/"));
  }

  /// The permissions that it needs, all of them; none where any token will do.
  public List<Permission> permissions() {
    JsonNode needed = description.required("x-permission");
    if (needed.isString()) {
      return needed.asString().equals("none")
          ? List.of()
          : List.of(Permission.of(needed.asString()));
    }
    return needed.valueStream().map(scope -> Permission.of(scope.asString())).toList();
  }

  /// The things that the id is one of, such as `/api/v1/time-entries`.
  public String collection() {
    return path.contains("/{id}") ? path.substring(0, path.indexOf("/{id}")) : path;
  }

  public String at(String id) {
    return pathAt(id) + requiredQuery();
  }

  /// Without a query. Parts of the path other than the id are what the document says they may be.
  public String pathAt(String id) {
    return parameters()
        .filter(parameter -> parameter.required("in").asString().equals("path"))
        .reduce(
            path.replace("{id}", id),
            (at, part) -> at.replace("{" + part.required("name").asString() + "}", sample(part)),
            (one, other) -> one);
  }

  /// The names of the parameters in `query`, `header` or `path`.
  public List<String> parameters(String place) {
    return parameters()
        .filter(parameter -> parameter.required("in").asString().equals(place))
        .map(parameter -> parameter.required("name").asString())
        .toList();
  }

  /// The headers of all its answers.
  public Set<String> answeredHeaders() {
    return description
        .required("responses")
        .valueStream()
        .map(this::resolved)
        .flatMap(response -> response.path("headers").propertyNames().stream())
        .collect(Collectors.toSet());
  }

  /// Its parameters in the query.
  public List<JsonNode> query() {
    return parameters()
        .filter(parameter -> parameter.required("in").asString().equals("query"))
        .toList();
  }

  public boolean documents(int status) {
    return description.required("responses").has(Integer.toString(status));
  }

  /// The type of the body with its description, if there is one.
  public Optional<Map.Entry<String, JsonNode>> body() {
    return description.at("/requestBody/content").propertyStream().findFirst();
  }

  /// The example of the body, as it is sent.
  public Optional<String> example() {
    return body()
        .map(body -> body.getValue().required("example"))
        .map(
            example ->
                example.isString() ? example.asString() : Json.MAPPER.writeValueAsString(example));
  }

  public Optional<JsonNode> schema() {
    return body().map(body -> resolved(body.getValue().required("schema")));
  }

  private String requiredQuery() {
    return parameters()
        .filter(parameter -> parameter.path("required").asBoolean(false))
        .filter(parameter -> parameter.required("in").asString().equals("query"))
        .map(parameter -> parameter.required("name").asString() + "=" + sample(parameter))
        .reduce((one, other) -> one + "&" + other)
        .map(query -> "?" + query)
        .orElse("");
  }

  private static String sample(JsonNode parameter) {
    return parameter.path("example").asString(parameter.at("/schema/enum/0").asString(""));
  }

  private Stream<JsonNode> parameters() {
    return description.path("parameters").valueStream().map(this::resolved);
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : document.at(reference.asString().substring(1));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}

package io.timeledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Rules of ours for the document: what generators would otherwise make of it hurts callers.
class DocumentTest {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private final JsonNode document = Document.json(Document.TODAY);

  /// A generated client sends defaults along, and so changes what nobody named.
  @Test
  void noPatchReachesADefault() {
    List<String> found = new ArrayList<>();
    patches((where, schema) -> reach(schema, where, found, "default"));
    assertThat(found).isEmpty();
  }

  /// A list that cannot be null is sent as an empty one by clients that never named it.
  @Test
  void listsOfPatchesCanBeNull() {
    List<String> found = new ArrayList<>();
    patches(
        (where, schema) ->
            resolved(schema)
                .path("properties")
                .forEachEntry(
                    (name, property) -> {
                      if (resolved(property).path("type").asString("").equals("array")) {
                        found.add(where + "." + name);
                      }
                    }));
    assertThat(found).isEmpty();
  }

  /// Go cannot be generated from it.
  @Test
  void noEnumThatCanBeNullHasADefault() {
    List<String> found = new ArrayList<>();
    walk(
        document,
        "",
        (where, node) -> {
          boolean nullable = node.path("enum").valueStream().anyMatch(JsonNode::isNull);
          if (nullable && node.has("default")) {
            found.add(where);
          }
        });
    assertThat(found).isEmpty();
  }

  /// A generator names a class after its schema, or else after operation and status.
  @Test
  void everyAnswerHasASchemaWithAName() {
    List<String> nameless = new ArrayList<>();
    Set<String> accepted = new HashSet<>();
    Set<String> done = new HashSet<>();
    operations(
        (where, operation) ->
            operation
                .path("responses")
                .forEachEntry(
                    (status, response) ->
                        resolved(response)
                            .path("content")
                            .forEach(
                                content -> {
                                  JsonNode schema = content.path("schema");
                                  String name = schema.path("$ref").asString("");
                                  (status.equals("202") ? accepted : done).add(name);
                                  if (name.isEmpty() && schema.has("properties")) {
                                    nameless.add(where + " " + status);
                                  }
                                })));
    assertThat(nameless).isEmpty();
    assertThat(accepted).isNotEmpty().doesNotContainAnyElementsOf(done);
  }

  private void patches(BiConsumer<String, JsonNode> visit) {
    operations(
        (where, operation) -> {
          if (where.startsWith("patch ")) {
            operation
                .at("/requestBody/content")
                .forEach(content -> visit.accept(where, content.required("schema")));
          }
        });
    document
        .at("/components/schemas")
        .forEachEntry(
            (name, schema) -> {
              if (name.endsWith("Patch")) {
                visit.accept(name, schema);
              }
            });
  }

  private void operations(BiConsumer<String, JsonNode> visit) {
    document
        .required("paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, operation) -> {
                      if (METHODS.contains(method)) {
                        visit.accept(method + " " + path, operation);
                      }
                    }));
  }

  private void reach(JsonNode schema, String where, List<String> found, String keyword) {
    Set<String> seen = new HashSet<>();
    walk(
        schema,
        where,
        (at, node) -> {
          if (node.has(keyword) && !at.endsWith("/properties")) {
            found.add(at);
          }
          String reference = node.path("$ref").asString("");
          if (!reference.isEmpty() && seen.add(reference)) {
            reach(resolved(node), reference, found, keyword);
          }
        });
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : document.at(reference.asString().substring(1));
  }

  private static void walk(JsonNode node, String where, BiConsumer<String, JsonNode> visit) {
    visit.accept(where, node);
    if (node.isObject()) {
      node.forEachEntry((name, child) -> walk(child, where + "/" + name, visit));
    } else {
      node.forEach(child -> walk(child, where, visit));
    }
  }
}

package io.timeledger.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whoever wrote against the released document can go on: nothing that it promises is taken away,
/// nothing new is demanded.
class ReleasedDocumentTest {
  private static final String RELEASED = Document.text(Document.RELEASED);

  /// Answers may come to hold new error codes, events and states, and callers are told so.
  private static final OpenApiDiffOptions OPTIONS =
      OpenApiDiffOptions.builder()
          .configProperty("incompatible.response.enum.increased", "false")
          .build();

  @Test
  void todaysDocumentBreaksNothing() {
    ChangedOpenApi changes =
        OpenApiCompare.fromContents(
            withoutLimits(Document.RELEASED), withoutLimits(Document.TODAY), null, OPTIONS);

    assertThat(changes.isCompatible()).as(() -> text(changes)).isTrue();
  }

  @ParameterizedTest
  @MethodSource
  void whatBreaksCallersIsFound(String what, Consumer<ObjectNode> breaking) {
    ObjectNode broken = Document.json(Document.RELEASED);
    breaking.accept(broken);

    assertThat(compare(broken.toString()).isCompatible()).as(what).isFalse();
  }

  static Stream<Arguments> whatBreaksCallersIsFound() {
    return Stream.of(
        breaking(
            "an operation is gone",
            document -> at(document, "/paths/~1api~1v1~1time-entries").remove("post")),
        breaking(
            "a field of requests is needed",
            document -> {
              ObjectNode body = at(document, "/components/schemas/ClientPut");
              body.withObject("/properties").putObject("new_one").put("type", "string");
              body.withArray("/required").add("new_one");
            }),
        breaking(
            "a field of answers is gone",
            document -> {
              ObjectNode entry = at(document, "/components/schemas/CreatedTimeEntry");
              entry.withObject("/properties").remove("hours");
              ArrayNode required = entry.withArray("/required");
              required.removeIf(name -> name.asString().equals("hours"));
            }),
        breaking(
            "a parameter is needed",
            document ->
                at(document, "/paths/~1api~1v1~1time-entries/get")
                    .withArray("/parameters")
                    .addObject()
                    .put("name", "zone")
                    .put("in", "query")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string")));
  }

  private static ChangedOpenApi compare(String document) {
    return OpenApiCompare.fromContents(RELEASED, document, null, OPTIONS);
  }

  /// Limits of numbers were held before the document named them.
  private static String withoutLimits(Path document) {
    ObjectNode json = Document.json(document);
    for (String limit : List.of("minimum", "maximum", "multipleOf")) {
      json.findParents(limit).forEach(schema -> ((ObjectNode) schema).remove(limit));
    }
    // Operations that make something named If-Match, and never compared it.
    json.findValues("parameters").stream()
        .filter(JsonNode::isArray)
        .forEach(
            parameters ->
                ((ArrayNode) parameters)
                    .removeIf(
                        parameter -> parameter.path("$ref").asString("").endsWith("/IfMatch")));
    return json.toString();
  }

  private static Arguments breaking(String what, Consumer<ObjectNode> change) {
    return Arguments.of(what, change);
  }

  private static ObjectNode at(ObjectNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  private static String text(ChangedOpenApi changes) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    new ConsoleRender().render(changes, new OutputStreamWriter(text, UTF_8));
    return text.toString(UTF_8);
  }
}

package io.timeledger.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.Hostile;
import io.timeledger.ingest.testkit.Operation;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import io.timeledger.ingest.testkit.Things;
import io.timeledger.schemas.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whatever stands in any place of any operation of the document: it is answered in time, in the
/// envelope, with a code that is known, and the fault is never ours.
class HostileInputIT {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int AT_ONCE = 8;

  /// Every value in every place with `-Dhostile.share=1`, which takes three times as long.
  private static final int SHARE = Integer.getInteger("hostile.share", 5);

  /// Headers that are handled before the operation, for all alike.
  private static final List<String> SHARED_HEADERS =
      List.of("Accept", "If-None-Match", "traceparent", "X-Forwarded-For");

  private static final String HOLE = "@hole@";
  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final RunningPlatform PLATFORM = RunningPlatform.shared();
  private final Map<String, Integer> codes = codes();
  private final TestWorkspace workspace = PLATFORM.newWorkspace();
  private final Things things = Things.in(workspace);

  @TestFactory
  Stream<DynamicTest> isAnsweredInTheEnvelope() {
    return Operation.all(PLATFORM.client().get("/openapi.json").json()).stream()
        // reads first: the others leave thousands of events, all of which the audit would verify
        .sorted(Comparator.comparing(operation -> !operation.method().equals("GET")))
        .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> attack(operation)));
  }

  private void attack(Operation operation) {
    Queue<String> faults = new ConcurrentLinkedQueue<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Attempt attempt : attempts(operation)) {
        senders.execute(() -> attempt(operation, attempt, faults));
      }
    }
    assertThat(faults).isEmpty();
  }

  private void attempt(Operation operation, Attempt attempt, Collection<String> faults) {
    try {
      check(operation, send(operation, attempt));
    } catch (AssertionError | RuntimeException e) {
      faults.add("%s: %s".formatted(attempt.what(), e));
    }
  }

  private List<Attempt> attempts(Operation operation) {
    List<Attempt> attempts = new ArrayList<>();
    String url = operation.at(things.idFor(operation));
    String example = operation.example().map(HostileInputIT::bytes).orElse(null);
    String type = operation.body().map(Map.Entry::getKey).orElse(null);
    String joint = url.contains("?") ? "&" : "?";
    Hostile.encoded()
        .forEach(
            value -> {
              if (operation.namesOne()) {
                attempts.add(new Attempt(operation.at(value), List.of(), type, example, "id"));
              }
              for (String name : operation.parameters("query")) {
                attempts.add(
                    new Attempt(
                        operation.pathAt(things.idFor(operation)) + "?" + name + "=" + value,
                        List.of(),
                        type,
                        example,
                        name));
              }
              attempts.add(
                  new Attempt(
                      url + joint + value + "=" + value, List.of(), type, example, "query"));
            });
    List<String> values = Hostile.headers().toList();
    for (String header : operation.parameters("header")) {
      for (String value : values) {
        attempts.add(new Attempt(url, List.of(header, value), type, example, header));
      }
    }
    // each value in each of these headers, but another share of them for each operation
    int first = Math.floorMod(operation.toString().hashCode(), SHARE);
    for (String header : SHARED_HEADERS) {
      for (int i = first; i < values.size(); i += SHARE) {
        attempts.add(new Attempt(url, List.of(header, values.get(i)), type, example, header));
      }
    }
    operation.schema().ifPresent(schema -> attackBody(operation, schema, url, attempts));
    return attempts;
  }

  private static void attackBody(
      Operation operation, JsonNode schema, String url, List<Attempt> attempts) {
    String type = operation.body().orElseThrow().getKey();
    String example = operation.example().orElseThrow();
    Hostile.bodies(example)
        .forEach(
            (what, bytes) ->
                attempts.add(
                    new Attempt(
                        url, List.of(), type, new String(bytes, ISO_8859_1), "body " + what)));
    for (String other : Hostile.contentTypes()) {
      attempts.add(new Attempt(url, List.of(), other, bytes(example), "type " + other));
    }
    if (!schema.has("properties")) {
      return;
    }
    List<String> values = Hostile.values().toList();
    List<String> holes = withHoles(schema, Json.MAPPER.readTree(example));
    for (int hole = 0; hole < holes.size(); hole++) {
      String body = holes.get(hole);
      // each value somewhere in each operation, and each place with every fifth value
      for (int i = hole % SHARE; i < values.size(); i += SHARE) {
        attempts.add(
            new Attempt(
                url,
                List.of(),
                type,
                bytes(body.replace("\"" + HOLE + "\"", values.get(i))),
                body));
      }
    }
  }

  /// The example, and as little as the schema demands of it, with a hole in each place in turn.
  private static List<String> withHoles(JsonNode schema, JsonNode example) {
    List<String> bodies = new ArrayList<>();
    ObjectNode least = Json.MAPPER.createObjectNode();
    schema
        .path("required")
        .forEach(name -> least.set(name.asString(), example.required(name.asString())));
    for (ObjectNode base : List.of((ObjectNode) example, least)) {
      schema
          .required("properties")
          .forEachEntry(
              (name, property) -> {
                bodies.add(write(base.deepCopy().put(name, HOLE)));
                if (property.has("items")) {
                  ArrayNode items = Json.MAPPER.createArrayNode().add(HOLE);
                  bodies.add(write(base.deepCopy().set(name, items)));
                }
                property
                    .path("properties")
                    .propertyNames()
                    .forEach(
                        inner -> {
                          ObjectNode copy = base.deepCopy();
                          copy.withObject("/" + name).put(inner, HOLE);
                          bodies.add(write(copy));
                        });
              });
    }
    return bodies;
  }

  private Answer send(Operation operation, Attempt attempt) {
    String body = attempt.body();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(workspace.owner().base().resolve(attempt.url()))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token(operation))
            .method(
                operation.method(),
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(unique(operation, body), ISO_8859_1));
    if (attempt.type() != null) {
      request.header("Content-Type", attempt.type());
    }
    if (!attempt.header().isEmpty()) {
      request.setHeader(attempt.header().get(0), attempt.header().get(1));
    }
    return ApiClient.send(request.build());
  }

  /// A workspace is made only once, and then nothing more of the body counts.
  private static String unique(Operation operation, String body) {
    return operation.isForOperators()
        ? body.replace("ws_acme", "ws_hostile_" + COUNTER.incrementAndGet())
        : body;
  }

  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  private String token(Operation operation) {
    return operation.isForOperators()
        ? RunningPlatform.OPERATOR_TOKEN
        : String.valueOf(workspace.owner().token());
  }

  private void check(Operation operation, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isLessThan(500);
    assertThat(operation.documents(answer.status()))
        .as("%d is documented: %s", answer.status(), answer.body())
        .isTrue();
    assertThat(answer.header("X-Request-Id")).isPresent();
    if (answer.status() >= 400) {
      JsonNode error = answer.json().required("error");
      assertThat(codes).containsEntry(error.required("code").asString(), answer.status());
      assertThat(error.required("message").asString()).isNotBlank();
      assertThat(answer.header("X-Request-Id")).contains(error.required("request_id").asString());
      assertThat(answer.body())
          .doesNotContain("java.", "io.timeledger", "org.postgresql", "org.jooq", "jackson");
    } else if (answer.status() == 202) {
      String place = answer.header("Location").orElseThrow();
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  !workspace
                      .owner()
                      .get(place)
                      .data()
                      .required("status")
                      .asString()
                      .equals("pending"));
    }
  }

  private static Map<String, Integer> codes() {
    Map<String, Integer> codes = new HashMap<>();
    PLATFORM
        .client()
        .get("/api/v1/errors")
        .data()
        .forEach(
            code -> codes.put(code.required("code").asString(), code.required("status").asInt()));
    return codes;
  }

  private static String write(JsonNode json) {
    return Json.MAPPER.writeValueAsString(json);
  }

  /// @param header name and value, or empty
  /// @param body a character per byte
  private record Attempt(
      String url, List<String> header, @Nullable String type, @Nullable String body, String what) {}
}

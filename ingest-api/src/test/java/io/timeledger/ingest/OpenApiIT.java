package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import io.timeledger.schemas.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The document says what is served, all of it and nothing else.
class OpenApiIT {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final RunningPlatform platform = RunningPlatform.shared();
  private final JsonNode document = platform.client().get("/openapi.json").json();

  @Test
  void namesEveryServedRouteAndNoOther() {
    Set<String> served = new TreeSet<>();
    platform
        .api()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping ->
                mapping
                    .getPatternValues()
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(method -> served.add(method + " " + path))));
    Set<String> documented = new TreeSet<>();
    document
        .required("paths")
        .forEachEntry(
            (path, operations) ->
                operations.forEachEntry(
                    (method, operation) ->
                        documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));

    assertThat(documented).isEqualTo(served);
  }

  @Test
  void servesTheSchemasThatRecordsName() {
    ApiClient nobody = platform.client();
    Answer topics = nobody.get("/asyncapi.json").requireStatus(200);
    Set<String> schemas = new TreeSet<>();
    for (JsonNode message : topics.json().at("/components/messages")) {
      schemas.add(message.at("/payload/schema/$ref").asString().replaceFirst("^[.][.]/", "/"));
    }

    assertThat(schemas).contains("/schemas/event/timer.started.schema.json");
    for (String path : schemas) {
      assertThat(nobody.get(path).json().required("$id").asString())
          .isEqualTo(path.replace("/schemas/", "https://schemas.timeledger.io/v1/"));
    }
    String etag = topics.header("ETag").orElseThrow();
    assertThat(nobody.get("/asyncapi.json", "If-None-Match", etag).status()).isEqualTo(304);
    assertThat(topics.header("Cache-Control")).hasValue("max-age=3600, public");
    for (String nowhere :
        Set.of("event/no.such.schema.json", "asyncapi/x.schema.json", "event/x")) {
      assertThat(nobody.get("/schemas/" + nowhere).errorCode()).isEqualTo("not_found");
    }
  }

  @Test
  void noOperationOpensWithoutAToken() {
    ApiClient nobody = platform.client();
    ApiClient stranger = nobody.as("tlp_01ARZ3NDEKTSV4RRFFQ69G5FAV_unknown");
    document
        .required("paths")
        .forEachEntry(
            (path, operations) ->
                operations.forEachEntry(
                    (method, operation) -> {
                      if (!operation.path("security").isEmpty() || !operation.has("security")) {
                        String url = path.replaceAll("[{][a-z_]+[}]", "x");
                        String verb = method.toUpperCase(Locale.ROOT);
                        String body = verb.equals("GET") || verb.equals("DELETE") ? null : "{}";
                        assertThat(nobody.send(verb, url, body).status())
                            .as("%s %s", verb, url)
                            .isEqualTo(401);
                        assertThat(stranger.send(verb, url, body).status())
                            .as("%s %s", verb, url)
                            .isEqualTo(401);
                      }
                    }));
  }

  @Test
  void describesWhatIsAnswered() {
    TestWorkspace workspace = platform.newWorkspace();
    ApiClient owner = workspace.owner();
    ApiClient member = workspace.member("u_m", "member");

    check(owner, "PUT", "/clients/{id}", "c1", "{\"name\": \"Acme\"}");
    check(owner, "PUT", "/projects/{id}", "p1", "{\"name\": \"Site\", \"client_id\": \"c1\"}");
    check(owner, "PUT", "/tasks/{id}", "t1", "{\"name\": \"Build\", \"project_id\": \"p1\"}");
    check(owner, "PUT", "/members/{id}", "u_x", "{\"name\": \"X\", \"teams\": [\"a\"]}");
    check(
        owner,
        "POST",
        "/time/rates",
        "",
        "{\"hourly_rate\": 90.5, \"cost_rate\": 30, \"effective_from\": \"2020-01-01\"}");
    String entry =
        check(
                member,
                "POST",
                "/time-entries",
                "",
                "{\"log_date\": \"2026-04-29\", \"hours\": 2, \"project_id\": \"p1\","
                    + " \"entity_type\": \"ticket\", \"entity_id\": \"T-1\","
                    + " \"tags\": [\"stage:triage\"], \"billable\": true}")
            .data()
            .required("id")
            .asString();
    check(
        member,
        "POST",
        "/time-entries/batch",
        "",
        "{\"items\": [{\"action\": \"update\", \"id\": \"%s\", \"entry\": {\"hours\": 2}},"
                .formatted(entry)
            + " {\"action\": \"create\", \"entry\": {\"hours\": true}}]}");
    check(member, "GET", "/time-entries/{id}", entry, null);
    check(member, "PATCH", "/time-entries/{id}", entry, "{\"description\": \"x\"}");
    check(member, "POST", "/time/timer/start", "", null);
    check(member, "POST", "/time/timer/start", "", "{\"description\": \"again\"}");
    check(member, "GET", "/time/timer/active", "", null);
    check(member, "POST", "/time/timer/stop", "", "{}");
    check(member, "GET", "/time/timer/active", "", null);
    String sheet =
        check(member, "GET", "/timesheets", "", null).data().get(1).required("id").asString();
    check(member, "PATCH", "/timesheets/{id}", sheet, "{\"note\": \"n\"}");
    check(member, "POST", "/timesheets/{id}/submit", sheet, null);
    check(member, "GET", "/timesheets/{id}", sheet, null);
    check(member, "POST", "/timesheets/{id}/approve", sheet, null);
    check(owner, "POST", "/timesheets/{id}/reject", sheet, "{\"reason\": \"r\"}");
    check(owner, "POST", "/timesheets/{id}/approve", sheet, null);
    check(owner, "POST", "/time/invoices/{id}/lines", "i1", "{\"preview\": true}");
    check(owner, "POST", "/time/invoices/{id}/lines", "i1", "{}");
    check(owner, "GET", "/time/invoices/{id}/lines", "i1", null);
    check(owner, "DELETE", "/time/invoices/{id}/lines", "i1", null);
    check(owner, "PATCH", "/time/settings", "", "{\"rounding_minutes\": 15}");
    check(owner, "POST", "/tokens", "", "{\"name\": \"t\", \"scopes\": [\"time:read\"]}");
    for (ApiClient reader : Set.of(owner, member)) {
      for (String list :
          Set.of(
              "/time-entries",
              "/timesheets",
              "/time/settings",
              "/time/rates",
              "/time/reports/summary",
              "/projects",
              "/tasks",
              "/clients",
              "/members",
              "/changes",
              "/audit",
              "/audit/verify",
              "/tokens",
              "/me",
              "/limits",
              "/errors")) {
        check(reader, "GET", list, "", null);
      }
      check(reader, "GET", "/projects/{id}", "p1", null);
      check(reader, "GET", "/tasks/{id}", "t1", null);
      check(reader, "GET", "/clients/{id}", "c1", null);
      check(reader, "GET", "/members/{id}", "u_m", null);
      check(reader, "GET", "/time-entries/{id}", "te_unknown", null);
      check(reader, "GET", "/commands/{id}", "cmd_unknown", null);
    }
    for (String report :
        Set.of(
            "/time/reports/rollups",
            "/time/reports/utilization?from=2026-04-01&to=2026-04-30",
            "/time/reports/estimate-vs-actual",
            "/time/reports/estimate-vs-actual?dimension=task",
            "/time/reports/profitability?from=2026-04-01&to=2026-04-30")) {
      check(owner, "GET", report, "", null);
    }
    check(member, "GET", "/time/reports/utilization?from=2026-04-01&to=2026-04-30", "", null);
    check(
        member,
        "POST",
        "/activities",
        "",
        "{\"slots\": [{\"started_at\": \"%s\", \"device_id\": \"d\", \"tracked_seconds\": 9}]}"
            .formatted(Instant.ofEpochSecond(Instant.now().getEpochSecond() / 600 * 600)));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !member.get("/api/v1/activities").data().isEmpty());
    check(member, "GET", "/activities", "", null);
    check(owner, "GET", "/activities/daily", "", null);
    for (ApiClient reader : Set.of(owner, member)) {
      check(reader, "GET", "/time/records/{entity_type}/{entity_id}", "ticket/T-1", null);
    }
    check(member, "DELETE", "/time-entries/{id}", entry, null);
    check(owner, "DELETE", "/projects/{id}", "p1", null);
    check(owner, "DELETE", "/members/{id}", "u_x", null);
    check(owner, "POST", "/members/{id}/erase", "u_x", null);
  }

  /// At its limits a number is taken, beyond them and between its steps it is not.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PATCH | /time/settings  | SettingsPatch   | {}",
        "POST  | /time/rates     | RatePut         | {\"effective_from\": \"2020-01-01\"}",
        "PUT   | /projects/p_lim | ProjectPut      | {\"name\": \"p\"}",
        "PUT   | /tasks/t_lim    | TaskPut         | {\"name\": \"t\"}",
        "PUT   | /members/u_lim  | MemberPut       | {\"name\": \"u\"}",
        "POST  | /time-entries   | TimeEntryCreate | {\"log_date\": \"2026-04-29\"}"
      })
  void holdsNumbersToTheLimitsOfTheDocument(
      String method, String path, String schema, String rest) {
    ApiClient owner = platform.newWorkspace().owner();
    document
        .at("/components/schemas/%s/properties".formatted(schema))
        .forEachEntry(
            (field, property) -> {
              if (property.has("maximum")) {
                BigDecimal least = property.required("minimum").decimalValue();
                BigDecimal most = property.required("maximum").decimalValue();
                BigDecimal step =
                    property.path("multipleOf").isMissingNode()
                        ? BigDecimal.ONE
                        : property.path("multipleOf").decimalValue();
                Function<BigDecimal, Integer> send =
                    number -> {
                      ObjectNode body = (ObjectNode) Json.STRICT.readTree(rest);
                      body.put(field, number);
                      return owner.send(method, "/api/v1" + path, body.toString()).status();
                    };
                for (BigDecimal taken : List.of(least, most, most.subtract(step))) {
                  assertThat(send.apply(taken)).as("%s %s", field, taken).isLessThan(300);
                }
                for (BigDecimal refused :
                    List.of(
                        least.subtract(step),
                        most.add(BigDecimal.ONE),
                        most.add(step),
                        most.subtract(step.movePointLeft(1)))) {
                  assertThat(send.apply(refused)).as("%s %s", field, refused).isIn(400, 422);
                }
              }
            });
  }

  private Answer check(
      ApiClient client, String method, String path, String id, @Nullable String body) {
    String url = path.replace("{id}", id).replace("{entity_type}/{entity_id}", id);
    Answer answer = client.send(method, "/api/v1" + url, body);
    JsonNode response =
        resolved(
            document.at(
                "/paths/%s/%s/responses/%d"
                    .formatted(
                        ("/api/v1" + path.replaceFirst("[?].*", "")).replace("/", "~1"),
                        method.toLowerCase(Locale.ROOT),
                        answer.status())));
    assertThat(response.isMissingNode())
        .as("%s %s is documented to answer %d: %s", method, path, answer.status(), answer.body())
        .isFalse();
    assertThat(SCHEMAS.getSchema(schema(response)).validate(answer.json()))
        .as("%s %s -> %s", method, path, answer.body())
        .isEmpty();
    return answer;
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : document.at(reference.asString().substring(1));
  }

  /// Closed: a field that the document does not know is a fault.
  private ObjectNode schema(JsonNode response) {
    ObjectNode schema = (ObjectNode) response.at("/content/application~1json/schema").deepCopy();
    schema.set("components", document.required("components").deepCopy());
    close(schema);
    return schema;
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(OpenApiIT::close);
  }
}

package io.timeledger.ingest.owasp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.LoggedLines;
import io.timeledger.ingest.testkit.Operation;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import io.timeledger.ingest.testkit.Things;
import io.timeledger.schemas.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The ten risks in their order. What is tried elsewhere is named, not repeated.
class OwaspTopTenIT {
  private static final RunningPlatform PLATFORM = RunningPlatform.shared();
  private static final JsonNode DOCUMENT = PLATFORM.client().get("/openapi.json").json();
  private static final List<Operation> OPERATIONS =
      Operation.all(DOCUMENT).stream().filter(Operation::isForMembers).toList();
  private static final Logger log = LoggerFactory.getLogger(OwaspTopTenIT.class);
  private static final String ENTRY = "{\"log_date\": \"2026-04-29\", \"hours\": 1}";

  private final TestWorkspace workspace = PLATFORM.newWorkspace();
  private final ApiClient owner = workspace.owner();

  /// Ids of other workspaces: `PermissionIT.anotherWorkspaceDoesNotShow`.
  @Nested
  class Risk1ObjectLevelAuthorization {
    private static final Set<String> PERSONAL =
        Set.of("/api/v1/time-entries", "/api/v1/timesheets", "/api/v1/commands");

    @TestFactory
    Stream<DynamicTest> anotherMembersThingIsAnsweredAsOneThatDoesNotExist() {
      Things things = Things.in(workspace);
      ApiClient member = workspace.member("u_m", "member");
      return OPERATIONS.stream()
          .filter(operation -> operation.namesOne() && PERSONAL.contains(operation.collection()))
          .map(
              operation ->
                  DynamicTest.dynamicTest(
                      operation.toString(),
                      () -> {
                        String id = things.idFor(operation);
                        Answer others = send(operation, member, id);
                        Answer unknown = send(operation, member, unlike(id));

                        assertThat(others.status()).isIn(403, 404);
                        assertThat(others.status()).isEqualTo(unknown.status());
                        assertThat(error(others, id)).isEqualTo(error(unknown, unlike(id)));
                      }));
    }

    private static Answer send(Operation operation, ApiClient client, String id) {
      return client.send(operation.method(), operation.at(id), operation.example().orElse(null));
    }

    private static String unlike(String id) {
      return id.substring(0, id.length() - 2) + (id.endsWith("00") ? "11" : "00");
    }

    private static String error(Answer answer, String id) {
      ObjectNode error = (ObjectNode) answer.json().required("error");
      error.remove("request_id");
      return error.toString().replace(id, "the id");
    }
  }

  /// No token and an unknown one on every route: `OpenApiIT.noOperationOpensWithoutAToken`;
  /// expired, revoked and truncated ones: `AccessIT`; those of issuers, `alg: none` too: `OidcIT`;
  /// guessing: `RateLimitIT.slowsDownWhoeverGuessesTokens`.
  @Nested
  class Risk2Authentication {

    @Test
    void noTokenIsEverInALogLine() {
      String secret = String.valueOf(owner.token());
      String truncated = secret.substring(0, secret.length() - 3);
      String foreign = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.c2VjcmV0";
      List<String> lines;
      try (LoggedLines logged = LoggedLines.ofEverything()) {
        for (String token : List.of(secret, truncated, foreign)) {
          ApiClient client = owner.as(token);
          client.get("/api/v1/me");
          client.post("/api/v1/time-entries", "{\"" + token + "\": 1}");
          client.get("/api/v1/time-entries/" + token);
          client.get("/api/v1/changes?after=" + token);
        }
        owner.post("/api/v1/tokens", "{\"name\": \"new\"}").requireStatus(201);
        log.info("event=canary");
        lines = logged.lines();
      }

      assertThat(lines).contains("event=canary");
      assertThat(lines)
          .noneMatch(line -> line.contains(truncated.substring(10)) || line.contains(foreign))
          .noneMatch(line -> line.matches("(?s).*tlp_[0-9A-Z]{26}_.*"));
    }
  }

  /// Fields by role: `AccessIT.costShowsToThoseWhoMayKnowRatesAlone` and `RedactorTest`.
  @Nested
  class Risk3PropertyLevelAuthorization {
    private static final Set<String> OF_OURS =
        Set.of(
            "workspace_id",
            "status",
            "version",
            "sequence",
            "created_at",
            "hourly_rate_amount",
            "invoice_line_id",
            "rate_id",
            "approved_by",
            "secret_hash",
            "permissions");

    @TestFactory
    Stream<DynamicTest> fieldsThatAreNotTheCallersAreRefused() {
      Things things = Things.in(workspace);
      return OPERATIONS.stream()
          .filter(operation -> operation.body().isPresent())
          .filter(operation -> operation.body().orElseThrow().getKey().equals("application/json"))
          .map(
              operation ->
                  DynamicTest.dynamicTest(
                      operation.toString(),
                      () -> {
                        Set<String> known = new TreeSet<>();
                        operation
                            .schema()
                            .orElseThrow()
                            .path("properties")
                            .propertyNames()
                            .forEach(known::add);
                        for (String field : OF_OURS) {
                          if (!known.contains(field)) {
                            assertRefused(operation, things.idFor(operation), field);
                          }
                        }
                      }));
    }

    private void assertRefused(Operation operation, String id, String field) {
      ObjectNode body = (ObjectNode) Json.MAPPER.readTree(operation.example().orElseThrow());
      Answer answer =
          owner.send(operation.method(), operation.at(id), body.put(field, "x").toString());

      assertThat(answer.status()).as("%s: %s", field, answer.body()).isEqualTo(400);
      assertThat(answer.errorCode()).isEqualTo("unknown_field");
    }
  }

  /// Bodies, nesting, lengths, page sizes: `HostileInputIT` and `FormIT`; requests per minute:
  /// `RateLimitIT`; streams: `ChangesStreamIT`.
  @Nested
  class Risk4ResourceConsumption {

    @Test
    void refusesHeadersWithoutEnd() {
      String[] headers = new String[2 * 200];
      for (int i = 0; i < headers.length; i += 2) {
        headers[i] = "X-Filler-" + i;
        headers[i + 1] = "x".repeat(200);
      }

      assertThat(owner.get("/api/v1/me", headers).status()).isIn(400, 431);
      assertThat(owner.get("/api/v1/me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/api/v1/time-entries?limit=501",
          "/api/v1/changes?limit=100000",
          "/api/v1/audit?limit=501"
        })
    void refusesPagesWithoutEnd(String list) {
      assertThat(owner.get(list).errorCode()).isEqualTo("invalid_parameter");
    }

    @Test
    void letsGoOfWhoSendsTooSlowly() throws IOException {
      try (ConfigurableApplicationContext api =
              PLATFORM.startApi("--server.tomcat.connection-timeout=1s");
          Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(api))) {
        RunningPlatform.awaitReady(RunningPlatform.client(api));
        socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
        socket
            .getOutputStream()
            .write(
                ("POST /api/v1/time-entries HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + owner.token()
                        + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
                    .getBytes(UTF_8));
        socket.getOutputStream().flush();

        InputStream in = socket.getInputStream();
        // Whatever is said in the end, the connection ends.
        assertThat(new String(in.readAllBytes(), UTF_8)).doesNotContain(" 200 ", " 201 ");
      }
    }
  }

  /// Each operation of the document without the permission that it names, and with it alone:
  /// `PermissionIT`. Here, that the document names one for each.
  @Nested
  class Risk5FunctionLevelAuthorization {

    @Test
    void everyOperationOfMembersNamesItsPermission() {
      assertThat(OPERATIONS).isNotEmpty();
      assertThat(OPERATIONS)
          .allSatisfy(
              operation -> assertThatCode(operation::permissions).doesNotThrowAnyException());
    }
  }

  /// A key that comes back with another body: `IdempotencyIT`; billing twice: `InvoiceIT`.
  @Nested
  class Risk6BusinessFlows {

    @Test
    void nobodyApprovesTheirOwnSheetOrSubmitsItTwice() {
      String sheet =
          owner
              .post("/api/v1/time-entries", ENTRY)
              .requireStatus(201)
              .data()
              .required("timesheet_id")
              .asString();
      owner.post("/api/v1/timesheets/" + sheet + "/submit").requireStatus(200);

      assertThat(owner.post("/api/v1/timesheets/" + sheet + "/submit").errorCode())
          .isEqualTo("timesheet_not_draft");
      assertThat(owner.post("/api/v1/timesheets/" + sheet + "/approve").errorCode())
          .isEqualTo("self_approval");
    }

    @Test
    void aFloodOfTimersLeavesOne() {
      List<Thread> flood = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        flood.add(Thread.startVirtualThread(() -> owner.post("/api/v1/time/timer/start", "{}")));
      }
      flood.forEach(OwaspTopTenIT::join);

      owner.get("/api/v1/time/timer/active").requireStatus(200);
      assertThat(owner.get("/api/v1/time-entries?status=running").data().size()).isEqualTo(1);
      assertThat(owner.get("/api/v1/time-entries").data().size()).isEqualTo(20);
    }
  }

  /// Webhook addresses are tried where they are called. The API itself asks nobody but the issuers
  /// that its operator named: `IssuerTest`, and [Risk10UnsafeConsumption].
  @Nested
  class Risk7ServerSideRequestForgery {

    @Test
    void noTokenMakesTheApiAskAnotherIssuer() {
      try (HostileIssuer trap = new HostileIssuer()) {
        owner.as(trap.token("anywhere")).get("/api/v1/me");
        owner.as(trap.tokenWithKeyAt("anywhere")).get("/api/v1/me");

        assertThat(trap.asked()).isZero();
      }
    }
  }

  /// Origins of browsers: `CorsIT`; errors without a word about the inside: `HostileInputIT`; short
  /// operator tokens: `OperatorTokenTest`.
  @Nested
  class Risk8Misconfiguration {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/actuator", "/actuator/env", "/actuator/heapdump", "/h2-console", "/swagger-ui.html",
          "/.git/config", "/.env", "/WEB-INF/web.xml", "/error", "/"
        })
    void servesNothingButItsInterface(String path) {
      assertThat(owner.get(path).status()).isIn(400, 404);
    }

    @Test
    void saysNothingOfItsMakersAndDoesNotEcho() {
      Answer answer = owner.get("/api/v1/me");
      Answer traced = owner.send("TRACE", "/api/v1/me", null);

      assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.header("Cache-Control").orElse("")).contains("no-store");
      assertThat(traced.status()).isEqualTo(405);
      assertThat(traced.body()).doesNotContain(String.valueOf(owner.token()));
    }
  }

  /// Served and documented routes are the same: `OpenApiIT.namesEveryServedRouteAndNoOther`. Here,
  /// that there is one version, and all of it is under its name.
  @Nested
  class Risk9Inventory {

    @Test
    void everyRouteIsOfTheVersionOrAContractOrAProbe() {
      assertThat(DOCUMENT.required("paths").propertyNames())
          .allMatch(
              path ->
                  path.startsWith("/api/v1/")
                      || Set.of("/openapi.json", "/asyncapi.json", "/schemas/{kind}/{name}")
                          .contains(path)
                      || Set.of("/health/live", "/health/ready").contains(path));
      assertThat(owner.get("/api/v0/me").status()).isEqualTo(404);
      assertThat(owner.get("/api/v2/me").status()).isEqualTo(404);
      assertThat(owner.get("/api/me").status()).isEqualTo(404);
    }
  }

  /// What the API consumes are the keys of issuers.
  @Nested
  class Risk10UnsafeConsumption {

    @Test
    void anIssuerThatAnswersWithoutEndOrSenseOpensNothingAndHoldsNobodyUp() {
      try (HostileIssuer issuer = new HostileIssuer();
          ConfigurableApplicationContext api =
              PLATFORM.startApi(issuer.configuration(workspace.id()))) {
        ApiClient client = RunningPlatform.client(api);
        RunningPlatform.awaitReady(client);
        assertThat(client.as(issuer.token(HostileIssuer.GOOD)).get("/api/v1/me").status())
            .isEqualTo(200);

        for (String manner : HostileIssuer.BAD) {
          long start = System.nanoTime();
          assertThat(client.as(issuer.token(manner)).get("/api/v1/me").status())
              .as(manner)
              .isEqualTo(401);
          assertThat(Duration.ofNanos(System.nanoTime() - start))
              .as(manner)
              .isLessThan(Duration.ofSeconds(30));
        }
        assertThat(client.as(String.valueOf(owner.token())).get("/api/v1/me").status())
            .isEqualTo(200);
      }
    }
  }

  private static int port(ConfigurableApplicationContext api) {
    return RunningPlatform.client(api).base().getPort();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

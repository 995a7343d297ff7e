package io.timeledger.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.Operation;
import io.timeledger.ingest.testkit.RawHttp;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import io.timeledger.ingest.testkit.Things;
import io.timeledger.ingest.testkit.TlsClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// What HTTP says of requests, whatever operation they are for.
class HttpIT {
  private static final String ENTRIES = "/api/v1/time-entries";
  private static final String POST = "POST /api/v1/time-entries HTTP/1.1";
  private static final String ENTRY = "{\"log_date\": \"2026-06-08\", \"hours\": 1}";
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final RunningPlatform PLATFORM = RunningPlatform.shared();
  private final TestWorkspace workspace = PLATFORM.newWorkspace();
  private final ApiClient owner = workspace.owner();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST /api/v1/time-entries HTTP/1.1 | Transfer-Encoding: gzip | 501 | not_implemented",
        "FOO /api/v1/time-entries HTTP/1.1 | X-A: b | 405 | method_not_allowed",
        "TRACE /api/v1/time-entries HTTP/1.1 | X-A: b | 405 | method_not_allowed",
        "GET /api/v1/me HTTP/3.7 | X-A: b | 505 | http_version_unsupported",
        "GET /api/v1/me?{20000} HTTP/1.1 | X-A: b | 414 | uri_too_long",
        "GET /api/v1/me HTTP/1.1 | X-A: {20000} | 431 | headers_too_large",
        "GET /api/v1/me HTTP/1.1 | {200 headers} | 431 | headers_too_large",
        "GET /api/v1/me HTTP/1.1 | Expect: more | 400 | invalid_parameter",
        "GET /api/v1/me HTTQ/1.1 | X-A: b | 400 | invalid_parameter"
      })
  void saysInTheEnvelopeWhatOfHttpIsNotServed(String line, String header, int status, String code) {
    String long20000 = "x".repeat(20_000);
    RawHttp.Reply reply =
        send(
            line.replace("{20000}", long20000),
            "",
            header
                .replace("{20000}", long20000)
                .replace("{200 headers}", "X-A: b\r\n".repeat(200) + "X-A: b"));

    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
  }

  @Test
  void keepsTheConnectionAfterARefusalWithABody() {
    String[] json = {"Authorization: Bearer " + owner.token(), "Content-Length: " + ENTRY.length()};
    try (RawHttp http = RawHttp.open(owner.base())) {
      for (String type : List.of("application/json", "text/plain", "application/json")) {
        http.write(RawHttp.head(POST, json) + "Content-Type: " + type + "\r\n\r\n" + ENTRY);
      }
      http.write(RawHttp.head("GET /api/v1/nothing HTTP/1.1", "Connection: close") + "\r\n");

      assertThat(http.reply().text())
          .containsSubsequence("HTTP/1.1 201", "HTTP/1.1 415", "HTTP/1.1 201", "HTTP/1.1 401");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=nonsense",
        "application/json; charset=\"a b\"",
        "application/json; charset=iso-8859-1",
        "/;;",
        "text/csv; charset=iso-8859-1",
        "text/plain"
      })
  void refusesTypesAndCharsetsThatItDoesNotRead(String type) {
    RawHttp.Reply reply = post("Content-Type: " + type);

    assertThat(reply.status()).as(reply.text()).isEqualTo(415);
    assertThat(reply.code()).isEqualTo("unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User-Agent",
        "X-Forwarded-For",
        "X-Request-Id",
        "traceparent",
        "Origin",
        "Cookie"
      })
  void takesWhateverStandsInAHeaderThatIsOnlyRecorded(String header) {
    for (String value : List.of("Büro–42", "\u0080\u0099", "x".repeat(8_000), "\uD83D\uDE00", "")) {
      RawHttp.Reply reply = json(header + ": " + utf8(value), header + ": again");

      assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Idempotency-Key,POST /api/v1/time-entries",
    "If-Match,DELETE /api/v1/time-entries/te_1",
    "If-None-Match,PUT /api/v1/clients/c",
    "X-Consistency-Token,GET /api/v1/time-entries",
    "Last-Event-ID,GET /api/v1/changes/stream"
  })
  void namesTheHeaderThatIsWrong(String header, String line) {
    for (String value : List.of("Rechnung–42", "\u0080", "x".repeat(8_000), "a\u0001b", "a")) {
      boolean fine = value.equals("a") && header.equals("Idempotency-Key");
      RawHttp.Reply reply =
          send(
              line + " HTTP/1.1",
              ENTRY,
              "Content-Length: " + ENTRY.length(),
              "Content-Type: application/json",
              header + ": " + utf8(value),
              fine ? header + ": twice" : "X-A: b");

      assertThat(reply.status()).as(reply.text()).isEqualTo(400);
      assertThat(reply.field()).as(reply.text()).isEqualToIgnoringCase(header);
    }
  }

  @Test
  void refusesAWriteWhoseAnswerIsNotAcceptedBeforeItIsDone() {
    Things things = Things.in(workspace);
    int before = changes();
    for (Operation operation : writes()) {
      for (String accept : List.of("image/png", ";;;", "application/json;q=0, */*;q=0")) {
        Answer answer = attempt(operation, things, "Accept", accept);

        assertThat(answer.status()).as("%s %s", operation, answer.body()).isEqualTo(406);
        assertThat(answer.json().at("/error/details/0/field").asString()).isEqualTo("Accept");
      }
    }

    assertThat(changes()).isEqualTo(before);
  }

  @Test
  void passesOverNoPrecondition() {
    Things things = Things.in(workspace);
    for (Operation operation : writes()) {
      for (String header : List.of("If-Match", "If-None-Match")) {
        Answer answer = attempt(operation, things, header, "\"987654\"");
        boolean refused = answer.body().contains("compares no version");

        assertThat(refused)
            .as("%s %s: %s", operation, header, answer.body())
            .isNotEqualTo(operation.parameters("header").contains(header));
        assertThat(refused || header.equals("If-None-Match") || answer.status() >= 400)
            .as("%s: %s", operation, answer.body())
            .isTrue();
      }
      assertThat(
              attempt(operation, things, "If-Unmodified-Since", "Sun, 06 Nov 1994 08:49:37 GMT")
                  .status())
          .as(operation.toString())
          .isEqualTo(400);
    }
    for (String collection : List.of("clients", "projects", "tasks", "teams", "members")) {
      String path = "/api/v1/" + collection + "/new";
      String body = "{\"name\": \"New\"}";
      assertThat(owner.put(path, body, "If-Match", "*").status()).isEqualTo(412);
      assertThat(owner.put(path, body, "If-None-Match", "*").status()).isEqualTo(201);
      assertThat(owner.put(path, body, "If-None-Match", "*").errorCode())
          .isEqualTo("precondition_failed");
      assertThat(owner.put(path, body, "If-Match", "\"7\", \"1\"").status()).isEqualTo(200);
      assertThat(owner.put(path, body, "If-Match", "W/\"1\"").status()).isEqualTo(412);
      assertThat(owner.get(path, "If-None-Match", "*").status()).isEqualTo(304);
      assertThat(owner.get(path, "If-None-Match", "\"7\", W/\"1\"").status()).isEqualTo(304);
      assertThat(owner.get(path, "If-None-Match", "\"7\"").status()).isEqualTo(200);
      assertThat(owner.get(path, "If-Match", "\"7\"").status()).isEqualTo(412);
      assertThat(owner.get(path, "If-Match", "*").status()).isEqualTo(200);
      assertThat(owner.get("/api/v1/" + collection, "If-None-Match", "*").status()).isEqualTo(400);
    }
  }

  @Test
  void namesTheParameterThatIsWrongAndWhatWasExpected() {
    Things things = Things.in(workspace);
    for (Operation operation : Operation.all(document())) {
      if (!READS.contains(operation.method()) || !operation.isForMembers()) {
        continue;
      }
      for (JsonNode parameter : operation.query()) {
        String name = parameter.required("name").asString();
        for (String bad : badValues(parameter.required("schema"))) {
          Answer answer =
              owner.get(
                  operation.pathAt(things.idFor(operation))
                      + ("?" + name + "=" + bad)
                      + needed(operation, name));

          assertThat(answer.status()).as("%s %s=%s", operation, name, bad).isEqualTo(400);
          assertThat(answer.json().at("/error/details").valueStream())
              .as("%s %s=%s %s", operation, name, bad, answer.body())
              .anyMatch(detail -> detail.required("field").asString().equals(name));
          assertThat(answer.json().at("/error/message").asString())
              .as("%s %s=%s", operation, name, bad)
              .matches(
                  "(?s).*(Expected|given more than once|is empty|not one that this list gave"
                      + "|is needed).*");
        }
      }
      checkRanges(operation, things);
    }
  }

  /// The days that an operation cannot do without, but for the parameter that is tried.
  private static String needed(Operation operation, String tried) {
    return operation.query().stream()
        .filter(parameter -> parameter.path("required").asBoolean(false))
        .map(parameter -> parameter.required("name").asString())
        .filter(name -> !name.equals(tried))
        .map(name -> "&" + name + "=2026-01-01")
        .collect(Collectors.joining());
  }

  private void checkRanges(Operation operation, Things things) {
    for (String from : operation.parameters("query")) {
      if (!from.equals("from") && !from.endsWith("_from")) {
        continue;
      }
      String to = from.substring(0, from.length() - "from".length()) + "to";
      String path = operation.pathAt(things.idFor(operation));
      boolean instants = from.equals("at_from") || path.endsWith("/deliveries");
      String late = instants ? "2026-02-02T00:00:00Z" : "2026-02-02";
      String early = instants ? "2026-02-01T00:00:00Z" : "2026-02-01";
      Answer answer = owner.get(path + "?" + from + "=" + late + "&" + to + "=" + early);

      assertThat(answer.status()).as("%s %s", operation, answer.body()).isEqualTo(400);
      assertThat(answer.json().at("/error/details/0/field").asString()).isEqualTo(to);
    }
  }

  private static List<String> badValues(JsonNode schema) {
    List<String> bad = new ArrayList<>(List.of("", "%07", "%FF"));
    if (schema.path("type").asString("").equals("integer")) {
      bad.addAll(List.of("x", "1.5", "99999999999999999999"));
    }
    if (schema.has("minimum")) {
      bad.add(Long.toString(schema.get("minimum").asLong() - 1));
    }
    if (schema.has("maximum")) {
      bad.add(Long.toString(schema.get("maximum").asLong() + 1));
    }
    if (schema.has("enum") || schema.has("format")) {
      bad.add("nonsense");
    }
    if (schema.path("type").asString("").equals("boolean")) {
      bad.add("maybe");
    }
    if (schema.has("pattern")) {
      bad.add("a%20b");
    }
    return bad;
  }

  @Test
  void takesCompressedBodiesWithinTheirBound() throws Exception {
    byte[] good = gzip(ENTRY);
    byte[] bomb = gzip("{\"description\": \"" + " ".repeat(64 << 20) + "\"}");

    assertThat(json(good, "Content-Encoding: gzip").status()).isEqualTo(201);
    assertThat(json(ENTRY.getBytes(UTF_8), "Content-Encoding: identity").status()).isEqualTo(201);
    assertThat(json(bomb, "Content-Encoding: gzip").status()).isEqualTo(413);
    assertThat(json(ENTRY.getBytes(UTF_8), "Content-Encoding: gzip").field())
        .isEqualTo("Content-Encoding");
    RawHttp.Reply brotli = json(good, "Content-Encoding: br");
    assertThat(brotli.status()).isEqualTo(415);
    assertThat(brotli.field()).isEqualTo("Content-Encoding");
    assertThat(brotli.text()).contains("Accept-Encoding: gzip");
    assertThat(json(good, "Content-Encoding: gzip, gzip").status()).isEqualTo(415);
  }

  @Test
  void compressesListsAndTheDocumentForWhoeverAcceptsIt() {
    for (int i = 0; i < 5; i++) {
      owner.post(ENTRIES, ENTRY).requireStatus(201);
    }
    Answer document = owner.get("/openapi.json", "Accept-Encoding", "gzip");
    String tag = document.header("ETag").orElseThrow();

    assertThat(document.header("Content-Encoding")).contains("gzip");
    assertThat(owner.get(ENTRIES, "Accept-Encoding", "gzip").header("Content-Encoding"))
        .contains("gzip");
    assertThat(owner.get(ENTRIES).header("Content-Encoding")).isEmpty();
    assertThat(owner.get("/openapi.json", "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(owner.get("/openapi.json", "If-None-Match", "W/\"x\"").status()).isEqualTo(200);
  }

  @Test
  void endsRequestsThatTrickleIn() {
    try (ConfigurableApplicationContext api =
        PLATFORM.startApi(
            "--timeledger.requests.head-patience=1s",
            "--timeledger.requests.body-patience=1s",
            "--timeledger.requests.body-bytes-per-second=1000")) {
      ApiClient client = RunningPlatform.client(api);
      RunningPlatform.awaitReady(client);
      String[] json = {"Authorization: Bearer " + owner.token(), "Content-Type: application/json"};
      String length = "Content-Length: 100000\r\n\r\n";

      assertThat(trickled(client, "GET /api/v1/me HTTP/1.1\r\n", "X-A: b\r\n")).isEmpty();
      assertThat(trickled(client, RawHttp.head(POST, json) + length, " ")).contains(" 408 ");
      assertThat(
              trickled(client, RawHttp.head("POST /api/v1/nothing HTTP/1.1", json) + length, " "))
          .contains(" 404 ");
      String csv = "User,Start date,Start time\n";
      RawHttp.Reply moving =
          RawHttp.send(
              client.base(),
              "POST /api/v1/imports?format=toggl HTTP/1.1",
              csv.repeat(10_000),
              "Authorization: Bearer " + owner.token(),
              "Content-Type: text/csv",
              "Content-Length: " + csv.length() * 10_000);
      assertThat(moving.code()).isEqualTo("import_unreadable");
    }
  }

  /// What is answered to somebody who sends so little, again and again, for as long as they may.
  private static String trickled(ApiClient client, String begin, String more) {
    try (RawHttp http = RawHttp.open(client.base())) {
      http.write(begin);
      return http.trickle(more, Duration.ofMillis(100), Duration.ofSeconds(20)).text();
    }
  }

  @Test
  void servesTlsAndHttp2WhereTheOperatorConfiguresThem() throws Exception {
    TlsClient tls = TlsClient.create();
    try (ConfigurableApplicationContext api =
        PLATFORM.startApi(
            "--server.ssl.key-store=" + tls.keyStore(),
            "--server.ssl.key-store-password=" + TlsClient.PASSWORD,
            "--server.http2.enabled=true")) {
      HttpResponse<String> answer =
          tls.http()
              .send(
                  HttpRequest.newBuilder(
                          tls.at(RunningPlatform.client(api).base(), "/openapi.json"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    }
  }

  private List<Operation> writes() {
    return Operation.all(document()).stream()
        .filter(operation -> !READS.contains(operation.method()) && operation.isForMembers())
        .toList();
  }

  private Answer attempt(Operation operation, Things things, String header, String value) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(owner.base().resolve(operation.at(things.idFor(operation))))
            .header("Authorization", "Bearer " + owner.token())
            .header(header, value)
            .method(
                operation.method(),
                operation
                    .example()
                    .map(HttpRequest.BodyPublishers::ofString)
                    .orElseGet(HttpRequest.BodyPublishers::noBody));
    operation.body().ifPresent(body -> request.header("Content-Type", body.getKey()));
    return ApiClient.send(request.build());
  }

  private JsonNode document() {
    return owner.get("/openapi.json").json();
  }

  private int changes() {
    return owner.get("/api/v1/changes?limit=500").data().size();
  }

  private RawHttp.Reply send(String line, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Authorization: Bearer " + owner.token());
    return RawHttp.send(owner.base(), line, body, all.toArray(String[]::new));
  }

  private RawHttp.Reply post(String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Length: " + ENTRY.length());
    return send(POST, ENTRY, all.toArray(String[]::new));
  }

  private RawHttp.Reply json(String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Type: application/json");
    return post(all.toArray(String[]::new));
  }

  private RawHttp.Reply json(byte[] body, String coding) {
    return send(
        POST,
        new String(body, ISO_8859_1),
        coding,
        "Content-Type: application/json",
        "Content-Length: " + body.length);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String utf8(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}

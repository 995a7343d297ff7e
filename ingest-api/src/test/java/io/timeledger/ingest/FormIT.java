package io.timeledger.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.LoggedLines;
import io.timeledger.ingest.testkit.RunningPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What is not of the form is refused with the place of the fault, always in the envelope.
class FormIT {
  private static final ApiClient CLIENT = RunningPlatform.shared().newWorkspace().owner();
  private static final String ENTRIES = "/api/v1/time-entries";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                             | 400 | malformed_json   |",
        "{} x                                          | 400 | malformed_json   |",
        "{\"hours\": 1, \"hours\": 2}                  | 400 | malformed_json   |",
        "{\"hours\": 01}                               | 400 | malformed_json   |",
        "{\"hours\": NaN}                              | 400 | malformed_json   |",
        "{'hours': 1}                                  | 400 | malformed_json   |",
        "[]                                            | 400 | wrong_type       |",
        "null                                          | 400 | wrong_type       |",
        "{\"foo\": 1}                                  | 400 | unknown_field    | foo",
        "{\"id\": \"te_1\"}                            | 400 | unknown_field    | id",
        "{\"status\": \"approved\"}                    | 400 | unknown_field    | status",
        "{\"hours\": \"1\"}                            | 400 | wrong_type       | hours",
        "{\"billable\": \"true\"}                      | 400 | wrong_type       | billable",
        "{\"billable\": 1}                             | 400 | wrong_type       | billable",
        "{\"duration_seconds\": 1.5}                   | 400 | wrong_type       | duration_seconds",
        "{\"description\": 5}                          | 400 | wrong_type       | description",
        "{\"tags\": \"a\"}                             | 400 | wrong_type       | tags",
        "{\"tags\": [1]}                               | 400 | wrong_type       | tags[0]",
        "{\"entity_type\": \"TASK\"}                   | 400 | wrong_type       | entity_type",
        "{\"entity_type\": 0}                          | 400 | wrong_type       | entity_type",
        "{\"project_id\": \"a/b\"}                     | 422 | validation_failed | project_id",
        "{\"project_id\": \"\"}                        | 422 | validation_failed | project_id",
        "{\"project_id\": \"..\"}                      | 422 | validation_failed | project_id",
        "{\"user_id\": \".\"}                          | 422 | validation_failed | user_id",
        "{\"entity_id\": \"..\"}                       | 422 | validation_failed | entity_id",
        "{\"project_id\": 5}                           | 400 | wrong_type       | project_id",
        "{\"log_date\": \"2026-06-08T22:00:00.000Z\"}  | 400 | wrong_type       | log_date",
        "{\"log_date\": 20612}                         | 400 | wrong_type       | log_date",
        "{\"log_date\": [2026, 6, 8]}                  | 400 | wrong_type       | log_date",
        "{\"started_at\": 1780000000000}               | 400 | wrong_type       | started_at",
        "{\"started_at\": \"1780000000000\"}           | 400 | wrong_type       | started_at",
        "{\"started_at\": \"2026-04-29\"}              | 400 | wrong_type       | started_at",
        "{\"duration_seconds\": 1e999999999}           | 400 | wrong_type       | duration_seconds",
        "{\"tags\": [\"\u00a0\"]}                      | 422 | validation_failed | tags[0]",
        "{\"log_date\": \"2026-02-30\"}                | 400 | wrong_type       | log_date",
        "{\"timezone\": \"Mars/Base\"}                 | 400 | wrong_type       | timezone",
        "{\"timezone\": \"+02:00\"}                    | 422 | validation_failed | timezone",
        "{\"started_at\": \"2026-04-29T10:00:00\"}     | 422 | offset_required  | started_at",
        "{\"started_at\": \"yesterday\"}               | 400 | wrong_type       | started_at",
        "{\"hours\": 1e999999999}                      | 422 | validation_failed | hours",
        "{\"hours\": -1}                               | 422 | validation_failed | hours",
        "{\"hours\": 1.00001}                          | 422 | validation_failed | hours",
        "{\"hours\": 1, \"duration_seconds\": 5}       | 422 | validation_failed | hours",
        "{\"tags\": [null]}                            | 422 | validation_failed | tags[0]",
        "{\"description\": \"a\\u0000b\"}              | 422 | validation_failed | description",
        "{\"description\": \"\\ud800\"}                | 422 | validation_failed | description",
        "{\"tags\": [\"a\\nb\"]}                       | 422 | validation_failed | tags[0]",
        "{\"external_source\": \"a\\tb\"}              | 422 | validation_failed | external_source"
      })
  void refusesABodyThatIsNotOfTheForm(String body, int status, String code, String field) {
    Answer refused = CLIENT.post(ENTRIES, body);

    assertThat(refused.status()).as(refused.body()).isEqualTo(status);
    assertThat(refused.errorCode()).isEqualTo(code);
    if (field != null) {
      assertThat(refused.json().at("/error/details/0/field").asString()).isEqualTo(field);
    }
    assertThat(refused.json().at("/error/request_id").asString())
        .isEqualTo(refused.header("X-Request-Id").orElseThrow());
    assertThat(refused.body()).doesNotContain("io.timeledger").doesNotContain("java.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT  | /clients/a%20b   | id | invalid_id",
        "PUT  | /clients/a%C3%A9 | id | invalid_id",
        "PUT  | /members/@       | id | invalid_id",
        "GET  | /projects/a%20b  | id | invalid_id",
        "GET  | /commands/a%20b  | id | invalid_id",
        "POST | /timesheets/a%20b/submit | id | invalid_id",
        "GET  | /time/records/ticket/a%20b | entity_id | invalid_id",
        "GET  | /time/webhooks/wh_1/deliveries/a%20b | delivery_id | invalid_id"
      })
  void saysOfPathsWhatIdsAre(String method, String path, String field, String code) {
    Answer refused =
        CLIENT.send(method, "/api/v1" + path, method.equals("PUT") ? "{\"name\": \"x\"}" : null);

    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.errorCode()).isEqualTo("validation_failed");
    JsonNode detail = refused.json().at("/error/details/0");
    assertThat(detail.required("field").asString()).isEqualTo(field);
    assertThat(detail.required("code").asString()).isEqualTo(code);
    assertThat(detail.required("message").asString()).doesNotContain("...");
    assertThat(detail.required("message"))
        .isEqualTo(
            CLIENT
                .post(ENTRIES, "{\"project_id\": \"a b\"}")
                .json()
                .at("/error/details/0/message"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/tokens        | {\"name\": \"x\", \"scopes\": []}          | scopes",
        "/tokens        | {\"name\": \"x\", \"scopes\": [null]}      | scopes[0]",
        "/tokens        | {\"name\": \"\u200b\"}                    | name",
        "/time/webhooks | {\"url\": \"https://example.org\", \"events\": []} | events",
        "/time/webhooks/wh_1/replay | {\"states\": []}             | states",
        "/time/webhooks/wh_1/replay | {\"delivery_ids\": []}       | delivery_ids",
        "/time/webhooks/wh_1/replay | {\"events\": []}             | events",
        "/timesheets/approve | {\"ids\": []}                       | ids"
      })
  void refusesAnEmptyListWhereItCouldMeanAll(String path, String body, String field) {
    Answer refused = CLIENT.post("/api/v1" + path, body);

    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.json().at("/error/details/0/field").asString()).isEqualTo(field);
  }

  @Test
  void refusesAnEmptyFilterOfAWebhook() {
    Answer refused =
        CLIENT.post(
            "/api/v1/time/webhooks",
            "{\"url\": \"https://example.org\", \"events\": [\"*\"], \"filter\":"
                + " {\"project_ids\": []}}");

    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.json().at("/error/details/0/field").asString())
        .isEqualTo("filter.project_ids");
  }

  @Test
  void takesOffsetsOfThreeFormsAndNumbersWithoutFraction() {
    Answer first =
        CLIENT.post(
            ENTRIES,
            "{\"started_at\": \"2026-06-08T09:00:00.000+0200\","
                + " \"ended_at\": \"2026-06-08T10:00:00+02\"}");
    Answer second =
        CLIENT.post(ENTRIES, "{\"log_date\": \"2026-06-08\", \"duration_seconds\": 6e2}");

    assertThat(first.data().required("started_at").asString()).isEqualTo("2026-06-08T07:00:00Z");
    assertThat(first.data().required("duration_seconds").asInt()).isEqualTo(3600);
    assertThat(second.data().required("duration_seconds").asInt()).isEqualTo(600);
    for (String at : List.of("2020-01-01T00:00:00+0200", "2020-01-01T00:00:00%2B02")) {
      assertThat(CLIENT.get(ENTRIES + "?updated_after=" + at).status()).as(at).isEqualTo(200);
    }
  }

  @Test
  void comparesTextInItsComposedForm() {
    Answer made =
        CLIENT.post(
            ENTRIES,
            "{\"log_date\": \"2026-06-08\", \"hours\": 1, \"external_source\": \"x\", \"external_id\": \"e\u0301\","
                + " \"tags\": [\"e\u0301te\u0301\", \"\u00e9t\u00e9\"],"
                + " \"description\": \"cafe\u0301\"}");

    assertThat(made.data().required("tags")).hasSize(1);
    assertThat(made.data().at("/tags/0").asString()).isEqualTo("\u00e9t\u00e9");
    assertThat(made.data().required("description").asString()).isEqualTo("caf\u00e9");
    assertThat(made.data().required("external_id").asString()).isEqualTo("e\u0301");
    for (String tag : List.of("e%CC%81te%CC%81", "%C3%A9t%C3%A9")) {
      assertThat(CLIENT.get(ENTRIES + "?tag=" + tag).data()).as(tag).hasSize(1);
    }
    assertThat(CLIENT.get(ENTRIES + "?external_id=e%CC%81").data()).hasSize(1);
  }

  @Test
  void saysWhatIsWrongWithTheBeginningOfABodyAndWithHalvesOfCharacters() {
    Answer marked = CLIENT.post(ENTRIES, "\uFEFF{\"hours\": 1}");
    Answer half = CLIENT.post(ENTRIES, "{\"tags\": [\"\\ud83d\"]}");

    assertThat(marked.body()).contains("byte order mark");
    assertThat(half.status()).isEqualTo(422);
    assertThat(half.body()).contains("unpaired_surrogate", "surrogate pair");
  }

  @Test
  void saysThatARateOfOnesOwnIdIsNotThere() {
    Answer refused =
        CLIENT.post(
            "/api/v1/time/rates",
            "{\"id\": \"mine\", \"hourly_rate\": 9, \"effective_from\": \"2026-01-01\"}");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.json().at("/error/details/0/field").asString()).isEqualTo("id");
    assertThat(refused.body()).contains("without id, one is made");
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    Answer refused =
        CLIENT.patch("/api/v1/time/settings", "{\"rounding_minutes\": \"x\", \"timezone\": 5}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/error/details").size()).isEqualTo(2);
  }

  @Test
  void refusesTextThatIsTooLong() {
    Answer refused = CLIENT.post(ENTRIES, "{\"description\": \"%s\"}".formatted("é".repeat(2001)));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/error/details/0/code").asString()).isEqualTo("too_long");
  }

  @Test
  void refusesNestingWithoutEnd() {
    Answer refused = CLIENT.post(ENTRIES, "{\"tags\":" + "[".repeat(100_000));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorCode()).isEqualTo("malformed_json");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    Answer latin = raw("{\"description\": \"é\"}".getBytes(ISO_8859_1), "application/json");
    Answer utf16 =
        raw(
            "{\"hours\": 1}".getBytes(java.nio.charset.StandardCharsets.UTF_16),
            "application/json");

    assertThat(latin.errorCode()).isEqualTo("malformed_json");
    assertThat(utf16.errorCode()).isEqualTo("malformed_json");
  }

  @Test
  void refusesBodiesThatAreTooLargeDeclaredOrNot() {
    byte[] large = ("{\"description\": \"" + "x".repeat(1 << 20) + "\"}").getBytes(UTF_8);
    Answer declared = raw(large, "application/json");
    Answer chunked =
        ApiClient.send(
            request("application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build());

    assertThat(declared.status()).isEqualTo(413);
    assertThat(chunked.status()).isEqualTo(413);
    assertThat(chunked.errorCode()).isEqualTo("payload_too_large");
  }

  @Test
  void refusesOtherMediaTypes() {
    Answer form = raw("hours=1".getBytes(UTF_8), "application/x-www-form-urlencoded");
    Answer latin = raw("{}".getBytes(UTF_8), "application/json; charset=iso-8859-1");
    Answer html = CLIENT.get(ENTRIES, "Accept", "text/html");

    assertThat(form.status()).isEqualTo(415);
    assertThat(form.errorCode()).isEqualTo("unsupported_media_type");
    assertThat(latin.status()).isEqualTo(415);
    assertThat(html.status()).isEqualTo(406);
    assertThat(html.errorCode()).isEqualTo("not_acceptable");
  }

  @Test
  void refusesOtherMethods() {
    Answer refused = CLIENT.send("PUT", ENTRIES, "{}");

    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("Allow").orElseThrow()).contains("POST");
  }

  @ParameterizedTest
  @CsvSource({
    "?foo=1, unknown_parameter",
    "?limit=0, invalid_parameter",
    "?limit=501, invalid_parameter",
    "?limit=ten, invalid_parameter",
    "?page=0, invalid_parameter",
    "?page=1&cursor=abc, invalid_parameter",
    "?cursor=abc, invalid_cursor",
    "?cursor=%F0%9F%98%80, invalid_cursor",
    "?from=2026-13-01, invalid_parameter",
    "?from=2026-06-08T22:00:00Z, invalid_parameter",
    "?from=+12026-06-08, invalid_parameter",
    "?from=2026-06-09&to=2026-06-08, invalid_parameter",
    "?updated_after=1780000000000, invalid_parameter",
    "?updated_after=2026-06-08, invalid_parameter",
    "?updated_after=2026-06-08T10:00:00, invalid_parameter",
    "?project_id=.., invalid_parameter",
    "?tag=%E2%80%8B, invalid_parameter",
    "?status=open, invalid_parameter",
    "?status=draft&status=running, invalid_parameter",
    "?status=, invalid_parameter",
    "?sort=hours, invalid_parameter",
    "?user_id=a%2Fb, invalid_parameter",
    "?entity_id=a%00b, invalid_parameter",
    "?entity_id=%FF, invalid_parameter",
  })
  void refusesParametersThatAreNotOfTheForm(String query, String code) {
    Answer refused = CLIENT.get(ENTRIES + query);

    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.errorCode()).isEqualTo(code);
  }

  @Test
  void refusesUnknownParametersOfWritesToo() {
    assertThat(CLIENT.post(ENTRIES + "?dry_run=true", "{}").errorCode())
        .isEqualTo("unknown_parameter");
    assertThat(CLIENT.get("/api/v1/me?x=1").errorCode()).isEqualTo("unknown_parameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "W/1", "\"1", "\"1\" \"2\"", "\"1\",", "*, \"1\"", "\"1\", *"})
  void refusesAnIfMatchThatIsNoListOfTags(String header) {
    Answer refused = CLIENT.delete(ENTRIES + "/te_1", "If-Match", header);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorCode()).isEqualTo("invalid_parameter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/v1",
        "/api/v1/nothing",
        "/api/v1/time-entries/",
        "/actuator",
        "/actuator/env",
        "/error"
      })
  void answersUnknownPathsInTheEnvelope(String path) {
    Answer missing = CLIENT.get(path);

    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.errorCode()).isEqualTo("not_found");
    assertThat(missing.header("X-API-Version")).contains("v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/me%2e%2e/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /api/v1//me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /api/v1/me;x=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /api/v1/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /api/v1/me HTTP/1.1\r\nConnection: close\r\n\r\n",
        "POST /api/v1/time-entries HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
        "POST /api/v1/time-entries HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "NONSENSE\r\n\r\n"
      })
  void answersWhatIsHardlyHttpInTheEnvelope(String request) throws IOException {
    try (LoggedLines logged = LoggedLines.ofEverything()) {
      String answer = rawSocket(request);

      assertThat(answer).startsWith("HTTP/1.1 400").contains("\"error\"", "X-Request-Id");
      assertThat(answer).doesNotContain("tomcat").doesNotContain("Apache");
      assertThat(logged.lines()).noneMatch(line -> line.contains("Error processing request"));
    }
  }

  @Test
  void refusesABodyWithoutAType() {
    HttpRequest request =
        HttpRequest.newBuilder(CLIENT.base().resolve(ENTRIES))
            .header("Authorization", "Bearer " + CLIENT.token())
            .POST(BodyPublishers.ofString("{}"))
            .build();

    assertThat(ApiClient.send(request).status()).isEqualTo(415);
    assertThat(CLIENT.send("POST", ENTRIES, null).errorCode()).isEqualTo("malformed_json");
  }

  @Test
  void servesItsErrorCodesWithoutAToken() {
    Answer codes = RunningPlatform.shared().client().get("/api/v1/errors");

    assertThat(codes.status()).isEqualTo(200);
    assertThat(codes.data().size()).isGreaterThan(40);
  }

  private static String rawSocket(String request) throws IOException {
    URI base = CLIENT.base();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static Answer raw(byte[] body, String contentType) {
    return ApiClient.send(request(contentType).POST(BodyPublishers.ofByteArray(body)).build());
  }

  private static HttpRequest.Builder request(String contentType) {
    return HttpRequest.newBuilder(CLIENT.base().resolve(ENTRIES))
        .header("Authorization", "Bearer " + CLIENT.token())
        .header("Content-Type", contentType);
  }
}

package io.timeledger.twin;

import static io.timeledger.twin.ControlClient.body;
import static io.timeledger.twin.ControlClient.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.twin.script.TwinAccount;
import io.timeledger.twin.script.TwinControl;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a test can do to the twin, seen by plain HTTP.
class ControlIT {
  private static final Instant NOW = Instant.parse("2026-03-04T07:00:00Z");
  private static final String WINDOW =
      "?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-04-01T00:00:00Z";
  private final HttpClient http = HttpClient.newHttpClient();
  private final ProviderTwin twin =
      ProviderTwin.start(TwinSetup.seeded(0).at(InstantSource.fixed(NOW)));
  private final ControlClient control = new ControlClient(twin.url());
  private final String token =
      new GraphMember(twin.url()).signIn(GraphMember.SCOPES).path("access_token").asString();

  @AfterEach
  void close() {
    twin.close();
  }

  @Test
  void beginsWithAWeekThatSharesOneMeeting() {
    JsonNode mailboxes = control.get("/control/state").path("mailboxes");

    assertThat(mailboxes).hasSize(2);
    Stream<String> uids =
        mailboxes
            .valueStream()
            .map(
                mailbox ->
                    mailbox
                        .at("/calendars/0/events")
                        .valueStream()
                        .filter(meeting -> meeting.path("title").asString().startsWith("Acme"))
                        .map(meeting -> meeting.path("uid").asString())
                        .findFirst()
                        .orElseThrow())
            .distinct();
    assertThat(uids).hasSize(1);
    assertThat(mailboxes.findValuesAsString("title"))
        .contains("Daily standup", "Dentist", "Team day", "Focus time", "Sprint planning");
    assertThat(mailboxes.findValuesAsString("visibility")).contains("private");
    assertThat(mailboxes.findValuesAsString("response")).contains("tentative", "declined");
  }

  @Test
  void movesTheNextMeeting() {
    JsonNode moved = control.post("/control/move-next-meeting?minutes=45", body());

    assertThat(moved.path("from").asString()).isEqualTo("2026-03-04T08:30:00Z");
    assertThat(moved.path("to").asString()).isEqualTo("2026-03-04T09:15:00Z");
    assertThat(events("google").filter(meeting -> meeting.path("exception").asBoolean()))
        .singleElement()
        .extracting(meeting -> meeting.path("start").asString())
        .isEqualTo("2026-03-04T09:15:00Z");
  }

  @Test
  void countsCallsAndHowManyAMailboxHasAtOnce() {
    control.delete("/control/requests");
    control.post("/control/faults", body().put("kind", "hang").put("times", 5));

    List<CompletableFuture<HttpResponse<String>>> hanging =
        Stream.generate(this::calendars).limit(5).toList();
    Awaitility.await().until(() -> most() == 5);
    assertThat(isWaiting("member@example.com")).isTrue();
    assertThat(isWaiting("another@example.com")).isFalse();
    HttpResponse<String> sixth = calendars().orTimeout(10, TimeUnit.SECONDS).join();
    control.delete("/control/faults");
    hanging.forEach(
        call -> call.handle((_, failure) -> failure).orTimeout(10, TimeUnit.SECONDS).join());

    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(sixth.body()).contains("MailboxConcurrency");
    assertThat(sixth.headers().firstValue("Retry-After")).contains("1");
    assertThat(most()).isEqualTo(6);
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(control.get("/control/requests").path("requests")).hasSize(6));
    assertThat(isWaiting("member@example.com")).isFalse();
  }

  private boolean isWaiting(String account) {
    return new TwinControl(twin.url()).isWaiting(new TwinAccount("microsoft", account));
  }

  @Test
  void plansFaultsForAnAccountOnly() {
    control.post(
        "/control/faults", body().put("kind", "server_error").put("account", "a@example.com"));
    assertThat(calendars().join().statusCode()).isEqualTo(200);

    control.post(
        "/control/faults",
        body()
            .put("kind", "too_many_requests")
            .put("account", "member@example.com")
            .put("retry_after", 7));

    HttpResponse<String> answer = calendars().join();
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    assertThat(calendars().join().statusCode()).isEqualTo(200);
  }

  @Test
  void shapesPages() {
    control.post("/control/faults", body().put("kind", "endless_pages").putNull("times"));
    control.post("/control/faults", body().put("kind", "duplicate_items").putNull("times"));
    control.post(
        "/control/faults", body().put("kind", "huge_titles").putNull("times").put("size", 5_000));

    JsonNode first = page("/microsoft/v1.0/me/calendarView/delta" + WINDOW);
    JsonNode second =
        page(URI.create(next(first)).getRawPath() + "?" + URI.create(next(first)).getRawQuery());

    assertThat(first.path("value").path(0).path("id"))
        .isEqualTo(first.path("value").path(1).path("id"));
    assertThat(first.path("value").path(0).path("subject").asString()).hasSize(5_000);
    assertThat(second.path("value")).isEmpty();
    assertThat(next(second)).isNotEqualTo(next(first));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(status("POST", "/control/faults", "{\"kind\":\"flood\"}")).isEqualTo(400);
    assertThat(status("POST", "/control/events", "[]")).isEqualTo(400);
    assertThat(status("POST", "/control/events", "{\"start\":\"2026-03-04\"}")).isEqualTo(400);
    assertThat(
            status(
                "POST",
                "/control/events",
                body()
                    .put("start", "2026-03-04")
                    .put("end", "2026-03-05")
                    .put("recurrence", "FREQ=DAILY;UNTIL=20260310T090000Z")
                    .toString()))
        .isEqualTo(400);
    assertThat(status("PATCH", "/control/events/none", "{}")).isEqualTo(404);
    assertThat(status("PUT", "/control/events", "{}")).isEqualTo(405);
    assertThat(status("POST", "/control/events", "x".repeat(2_000_000))).isEqualTo(413);
  }

  @Test
  void tellsCallersNothingOfOthersMailboxes() {
    String other =
        control.create(
            meeting("Secret", "2026-03-04T10:00:00Z")
                .put("provider", "microsoft")
                .put("account", "other@example.com"));

    assertThat(call("/microsoft/v1.0/me/events/" + other).join().statusCode()).isEqualTo(404);
  }

  private Stream<JsonNode> events(String provider) {
    return control
        .get("/control/state?provider=" + provider)
        .at("/mailboxes/0/calendars/0/events")
        .valueStream();
  }

  private int most() {
    return control
        .get("/control/requests")
        .path("most_at_once")
        .valueStream()
        .filter(mailbox -> mailbox.path("account").asString().equals("member@example.com"))
        .mapToInt(mailbox -> mailbox.path("most").asInt())
        .max()
        .orElse(0);
  }

  private static String next(JsonNode page) {
    return page.required("@odata.nextLink").asString();
  }

  private JsonNode page(String path) {
    return JsonMapper.shared().readTree(call(path).join().body());
  }

  private CompletableFuture<HttpResponse<String>> calendars() {
    return call("/microsoft/v1.0/me/calendars");
  }

  private CompletableFuture<HttpResponse<String>> call(String path) {
    return http.sendAsync(
        HttpRequest.newBuilder(twin.url().resolve(path))
            .header("Authorization", "Bearer " + token)
            .build(),
        BodyHandlers.ofString());
  }

  private int status(String method, String path, String body) {
    return control.send(method, path, body).statusCode();
  }
}

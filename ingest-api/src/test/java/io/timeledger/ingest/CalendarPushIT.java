package io.timeledger.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RawHttp;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import io.timeledger.schemas.calendar.CalendarCommand;
import io.timeledger.schemas.calendar.CalendarCommand.CalendarDue;
import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.calendar.ChannelSecrets;
import io.timeledger.schemas.calendar.PushRoute;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.secret.SealingKey;
import io.timeledger.schemas.secret.Vault;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// Providers report that a calendar has changed. They have no login.
class CalendarPushIT {
  private static final CalendarId CALENDAR = new CalendarId("cal_1");
  private static final String HTML = "<html><script>alert(1)</script>&amp; \"ü\" +";

  private final RunningPlatform platform = RunningPlatform.shared();
  private final TestWorkspace workspace = platform.newWorkspace();
  private final ApiClient provider = platform.client();
  private final ChannelSecrets secrets =
      new ChannelSecrets(
          new Vault(List.of(SealingKey.of("it", RunningPlatform.SEALING_KEY)), "it"));

  @Test
  void makesACalendarOfGoogleDue() {
    PushRoute route = route(Provider.GOOGLE);

    Answer answer = google(route, "ch_1", secrets.secret(route, "ch_1"), "exists");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    awaitAsked(CalendarDue.changed(CALENDAR));
  }

  @Test
  void doesNothingWhenGoogleHasOpenedAChannel() {
    PushRoute route = route(Provider.GOOGLE);
    double before = counted("sync");

    assertThat(google(route, "ch_1", secrets.secret(route, "ch_1"), "sync").status())
        .isEqualTo(204);

    assertThat(counted("sync")).isEqualTo(before + 1);
    assertThat(askedAfterAnother()).isEmpty();
  }

  @Test
  void makesACalendarOfMicrosoftDue() {
    PushRoute route = route(Provider.MICROSOFT);
    String secret = secrets.secret(route, "ch_1");

    Answer changed = microsoft(route, notification(secret, "\"changeType\": \"updated\""));
    assertThat(changed.status()).isEqualTo(202);
    awaitAsked(CalendarDue.changed(CALENDAR));

    Answer missed = microsoft(route, notification(secret, "\"lifecycleEvent\": \"missed\""));
    assertThat(missed.status()).isEqualTo(202);
    for (String ending : List.of("reauthorizationRequired", "subscriptionRemoved")) {
      microsoft(route, notification(secret, "\"lifecycleEvent\": \"%s\"".formatted(ending)))
          .requireStatus(202);
    }
    await()
        .untilAsserted(
            () ->
                assertThat(asked())
                    .containsExactly(
                        CalendarDue.changed(CALENDAR),
                        CalendarDue.changed(CALENDAR),
                        new CalendarDue(CALENDAR, true),
                        new CalendarDue(CALENDAR, true)));
  }

  @Test
  void changesNothingForAWrongSecret() {
    PushRoute google = route(Provider.GOOGLE);
    PushRoute microsoft = route(Provider.MICROSOFT);
    String ofGoogle = secrets.secret(google, "ch_1");
    String ofMicrosoft = secrets.secret(microsoft, "ch_1");
    PushRoute other = new PushRoute(Provider.GOOGLE, google.workspaceId(), new CalendarId("cal_2"));
    double before = counted("wrong_secret");

    List<Answer> refused =
        List.of(
            google(google, "ch_1", ofMicrosoft, "exists"),
            google(google, "ch_2", ofGoogle, "exists"),
            google(google, "ch_1", ofGoogle + "x", "exists"),
            google(google, "ch_1", "ch_1", "exists"),
            google(other, "ch_1", ofGoogle, "exists"),
            google(google, "ch_1", "x".repeat(4_000), "exists"),
            provider.post(google.path(), ""),
            microsoft(microsoft, notification(ofGoogle, "\"changeType\": \"updated\"")),
            microsoft(microsoft, "{\"value\": []}"),
            microsoft(microsoft, "{\"value\": [{\"clientState\": 7}, 1, null]}"),
            microsoft(microsoft, "{\"value\": {\"clientState\": {\"a\": \"b\"}}}"),
            microsoft(microsoft, "[]"),
            microsoft(microsoft, ""));

    assertThat(refused).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
    assertThat(counted("wrong_secret")).isEqualTo(before + refused.size());
    assertThat(askedAfterAnother()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"value\": [}", "nope", "{} {}"})
  void refusesABodyThatIsNotJson(String body) {
    Answer answer = microsoft(route(Provider.MICROSOFT), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorCode()).isEqualTo("malformed_json");
  }

  @Test
  void refusesABodyThatIsTooLargeOrTooDeep() {
    PushRoute route = route(Provider.MICROSOFT);

    assertThat(microsoft(route, "{\"value\": \"%s\"}".formatted("x".repeat(1 << 16))).errorCode())
        .isEqualTo("payload_too_large");
    assertThat(microsoft(route, "[".repeat(10_000) + "]".repeat(10_000)).errorCode())
        .isEqualTo("malformed_json");
  }

  @Test
  void echoesTheTokenOfAHandshakeAsPlainText() {
    String path = route(Provider.MICROSOFT).path();

    Answer echo =
        provider.post(path + "?validationToken=" + URLEncoder.encode(HTML, UTF_8) + "&x=1", "");

    assertThat(echo.status()).isEqualTo(200);
    assertThat(echo.body()).isEqualTo(HTML);
    assertThat(echo.header("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(echo.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(echo.header("Content-Security-Policy").orElse("")).contains("default-src 'none'");
    assertThat(provider.post(path + "?validationToken=" + "x".repeat(4_096), "").body())
        .hasSize(4_096);
    for (String token : List.of("", "x".repeat(4_097), "%00", "a%0d%0aSet-Cookie:b", "%ff")) {
      assertThat(provider.post(path + "?validationToken=" + token, "").status())
          .as(token)
          .isEqualTo(400);
    }
    assertThat(askedAfterAnother()).isEmpty();
  }

  /// Google sends a content type that is none.
  @Test
  void takesWhatGoogleSendsOverTheWire() {
    PushRoute route = route(Provider.GOOGLE);

    RawHttp.Reply reply =
        RawHttp.send(
            provider.base(),
            "POST " + route.path() + " HTTP/1.1",
            "",
            "Content-Type: application/json; UTF-8",
            "Content-Length: 0",
            "Accept: */*",
            "X-Goog-Channel-ID: ch_9",
            "X-Goog-Channel-Token: " + secrets.secret(route, "ch_9"),
            "X-Goog-Resource-State: exists",
            "X-Goog-Message-Number: 10");

    assertThat(reply.status()).isEqualTo(204);
  }

  @Test
  void limitsTheReportsOfOneCalendar() {
    PushRoute route = route(Provider.GOOGLE);
    PushRoute other =
        new PushRoute(Provider.GOOGLE, route.workspaceId(), new CalendarId("cal_other"));
    List<Answer> answers = new ArrayList<>();
    try (ConfigurableApplicationContext api =
        platform.startApi("--timeledger.rate-limit.pushes-per-minute=5")) {
      ApiClient limited = RunningPlatform.client(api);
      RunningPlatform.awaitReady(limited);
      for (int i = 0; i < 8; i++) {
        answers.add(google(limited, route, "ch_1", secrets.secret(route, "ch_1"), "exists"));
      }
      assertThat(google(limited, route, "ch_1", "wrong", "exists").status())
          .as("strangers learn nothing")
          .isEqualTo(404);
      assertThat(google(limited, other, "ch_1", secrets.secret(other, "ch_1"), "exists").status())
          .isEqualTo(204);
    }

    assertThat(answers.subList(0, 5)).extracting(Answer::status).containsOnly(204);
    assertThat(answers.getLast().status()).isEqualTo(429);
    assertThat(answers.getLast().header("Retry-After")).isPresent();
  }

  @Test
  void saysWhichProvidersReportChanges() {
    JsonNode providers =
        workspace
            .member("u_m", "member")
            .get("/api/v1/time/calendar/providers")
            .requireStatus(200)
            .data();

    assertThat(providers.valueStream().map(one -> one.required("push").asBoolean()))
        .containsExactly(true, false, false);
    assertThat(providers.get(0).required("push_reason").isNull()).isTrue();
    assertThat(providers.get(1).required("push_reason").asString()).contains("not configured");
    assertThat(providers.get(2).required("push_reason").asString()).contains("Files");
  }

  private PushRoute route(Provider name) {
    return new PushRoute(name, new WorkspaceId(workspace.id()), CALENDAR);
  }

  private Answer google(PushRoute route, String channel, String token, String state) {
    return google(provider, route, channel, token, state);
  }

  private static Answer google(
      ApiClient client, PushRoute route, String channel, String token, String state) {
    return client.post(
        route.path(),
        "",
        "X-Goog-Channel-ID",
        channel,
        "X-Goog-Channel-Token",
        token,
        "X-Goog-Resource-State",
        state);
  }

  private Answer microsoft(PushRoute route, String body) {
    return provider.post(route.path(), body);
  }

  private static String notification(String clientState, String more) {
    return "{\"value\": [{\"subscriptionId\": \"s\", \"clientState\": \"%s\", %s}]}"
        .formatted(clientState, more);
  }

  private void awaitAsked(CalendarCommand command) {
    await().untilAsserted(() -> assertThat(asked()).contains(command));
  }

  private List<CalendarCommand> asked() {
    return commands().map(CalendarEnvelope::command).toList();
  }

  private Stream<CalendarEnvelope> commands() {
    return platform.connector().asked().stream()
        .filter(command -> command.workspaceId().value().equals(workspace.id()));
  }

  /// What was asked before a later report, which has arrived.
  private List<CalendarCommand> askedAfterAnother() {
    CalendarId marker = new CalendarId("cal_marker");
    PushRoute route = new PushRoute(Provider.GOOGLE, new WorkspaceId(workspace.id()), marker);
    google(route, "ch_1", secrets.secret(route, "ch_1"), "exists").requireStatus(204);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> asked().contains(CalendarDue.changed(marker)));
    return asked().stream().filter(one -> !one.equals(CalendarDue.changed(marker))).toList();
  }

  private double counted(String outcome) {
    return platform
        .api()
        .getBean(MeterRegistry.class)
        .get("timeledger.calendar.push")
        .tag("outcome", outcome)
        .counter()
        .count();
  }
}

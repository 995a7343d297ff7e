package io.timeledger.calendar.provider.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.ChannelRequest;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.OpenChannel;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.rest.JsonApi;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.NameResolver;
import io.timeledger.schemas.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphPushTest {
  private static final Access ACCESS = new Access.OAuthToken("tid/oid", null, "token-1");
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00.5Z");
  private static final ChannelRequest REQUEST =
      new ChannelRequest(
          "ch_1",
          URI.create("https://time.example/push/microsoft/ws_1/cal_1"),
          URI.create("https://time.example/push/microsoft/ws_1/cal_1/lifecycle"),
          "s3cret");
  private static final OpenChannel OPEN = new OpenChannel("ch_1", "7f10-a", NOW);

  private final GraphServer server = new GraphServer();
  private final HttpCaller caller =
      new HttpCaller(
          new AddressGuard(List.of("127.0.0.0/8")), NameResolver.system(), Duration.ofSeconds(30));
  private final GraphPush push =
      new GraphPush(
          new JsonApi(caller::exchange, CallTurns.UNPACED, InstantSource.system(), server.base()));

  @AfterEach
  void stop() {
    caller.close();
    server.close();
  }

  @Test
  void subscribesToTheEventsOfACalendar() throws ProviderException {
    server.answer(
        "/subscriptions",
        201,
        "{\"id\":\"7f10-a\",\"expirationDateTime\":\"2026-12-01T08:00:00.1234567Z\"}",
        null);

    OpenChannel channel = push.open(ACCESS, new CalendarRef("AQMk-_="), REQUEST, NOW);

    assertThat(channel)
        .as("what was granted counts")
        .isEqualTo(
            new OpenChannel("ch_1", "7f10-a", Instant.parse("2026-12-01T08:00:00.1234567Z")));
    assertThat(server.requests().getFirst().method()).isEqualTo("POST");
    assertThat(Json.MAPPER.readTree(server.requests().getFirst().body()))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {
                  "expirationDateTime": "2026-12-03T06:00:00Z",
                  "changeType": "created,updated,deleted",
                  "notificationUrl": "https://time.example/push/microsoft/ws_1/cal_1",
                  "lifecycleNotificationUrl": "https://time.example/push/microsoft/ws_1/cal_1/lifecycle",
                  "resource": "me/calendars/AQMk-_=/events",
                  "clientState": "s3cret"
                }
                """));
    assertThat(REQUEST.toString()).doesNotContain("s3cret");
  }

  @Test
  void prolongsASubscriptionAsLongAsItExists() throws ProviderException {
    server.answer(
        "/subscriptions/7f10-a", 200, "{\"expirationDateTime\":\"2026-12-02T00:00:00Z\"}", null);

    assertThat(push.prolong(ACCESS, OPEN, NOW)).contains(Instant.parse("2026-12-02T00:00:00Z"));
    assertThat(push.prolong(ACCESS, new OpenChannel("ch_2", "gone", NOW), NOW)).isEmpty();
    assertThat(server.requests().getFirst().method()).isEqualTo("PATCH");
    assertThat(server.requests().getFirst().body())
        .isEqualTo("{\"expirationDateTime\":\"2026-12-03T06:00:00Z\"}");
  }

  @Test
  void closesASubscriptionThatExistsOrNot() throws ProviderException {
    server.answer("/subscriptions/7f10-a", 204, "", null);

    push.close(ACCESS, OPEN);
    push.close(ACCESS, new OpenChannel("ch_2", "gone", NOW));

    assertThat(server.requests()).extracting(request -> request.method()).containsOnly("DELETE");
    assertThat(server.targets()).containsExactly("/subscriptions/7f10-a", "/subscriptions/gone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"id\":\"a\"}",
        "{\"id\":7,\"expirationDateTime\":\"2026-12-02T00:00:00Z\"}",
        "{\"id\":\"a\",\"expirationDateTime\":\"soon\"}"
      })
  void refusesAnAnswerThatIsNoSubscription(String body) {
    server.answer("/subscriptions", 201, body, null);

    assertThat(faultOfOpening())
        .isEqualTo(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
  }

  @Test
  void namesTheFaultOfARefusal() {
    server.answer("/subscriptions", 429, "", "7");
    assertThat(faultOfOpening())
        .isEqualTo(new ProviderFault.Throttled(FaultReason.RATE_LIMITED, Duration.ofSeconds(7)));

    server.answer("/subscriptions", 403, "{\"error\":{\"code\":\"ErrorAccessDenied\"}}", null);
    assertThat(faultOfOpening())
        .isEqualTo(new ProviderFault.Permanent(FaultReason.CALENDAR_DENIED));
  }

  private ProviderFault faultOfOpening() {
    return catchThrowableOfType(
            ProviderException.class, () -> push.open(ACCESS, new CalendarRef("c"), REQUEST, NOW))
        .fault();
  }
}

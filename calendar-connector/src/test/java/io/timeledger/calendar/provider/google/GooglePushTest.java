package io.timeledger.calendar.provider.google;

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
import io.timeledger.calendar.testkit.JsonServer;
import io.timeledger.calendar.testkit.JsonServer.Request;
import io.timeledger.calendar.testkit.JsonServer.Response;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.NameResolver;
import io.timeledger.schemas.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GooglePushTest {
  private static final Access ACCESS = new Access.OAuthToken("sub", null, "token-1");
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final URI ADDRESS = URI.create("https://time.example/push/google/ws_1/cal_1");
  private static final ChannelRequest REQUEST =
      new ChannelRequest("ch_1", ADDRESS, ADDRESS, "s3cret");
  private static final OpenChannel OPEN = new OpenChannel("ch_1", "res_1", NOW);

  private final JsonServer server = new JsonServer();
  private final HttpCaller caller =
      new HttpCaller(
          new AddressGuard(List.of("127.0.0.0/8")), NameResolver.system(), Duration.ofSeconds(30));
  private final GooglePush push =
      new GooglePush(
          new JsonApi(caller::exchange, CallTurns.UNPACED, InstantSource.system(), server.base()));

  @AfterEach
  void stop() {
    caller.close();
    server.close();
  }

  @Test
  void watchesTheEventsOfACalendar() throws ProviderException {
    server.follow(
        _ ->
            Response.ok(
                "{\"id\":\"x\",\"resourceId\":\"res_1\",\"expiration\":\"1796112000123\"}"));

    OpenChannel channel = push.open(ACCESS, new CalendarRef("a b#c@group"), REQUEST, NOW);

    assertThat(channel)
        .as("what was granted counts")
        .isEqualTo(new OpenChannel("ch_1", "res_1", Instant.ofEpochMilli(1_796_112_000_123L)));
    Request request = server.requests().getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target()).endsWith("/calendars/a%20b%23c%40group/events/watch");
    assertThat(Json.MAPPER.readTree(request.body()))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {
                  "id": "ch_1",
                  "type": "web_hook",
                  "address": "https://time.example/push/google/ws_1/cal_1",
                  "token": "s3cret",
                  "params": {"ttl": "604800"}
                }
                """));
  }

  @Test
  void stopsAChannelThatExistsOrNot() throws ProviderException {
    server.follow(_ -> new Response(204, Map.of(), ""));
    push.close(ACCESS, OPEN);
    server.follow(_ -> new Response(404, Map.of(), ""));
    push.close(ACCESS, OPEN);

    assertThat(server.requests())
        .allSatisfy(
            request -> {
              assertThat(request.target()).endsWith("/channels/stop");
              assertThat(request.body()).isEqualTo("{\"id\":\"ch_1\",\"resourceId\":\"res_1\"}");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"resourceId\":\"r\"}",
        "{\"resourceId\":7,\"expiration\":\"1\"}",
        "{\"resourceId\":\"r\",\"expiration\":1796112000123}",
        "{\"resourceId\":\"r\",\"expiration\":\"soon\"}",
        "{\"resourceId\":\"r\",\"expiration\":\"99999999999999999999\"}"
      })
  void refusesAnAnswerThatIsNoChannel(String body) {
    server.follow(_ -> Response.ok(body));

    assertThat(faultOfOpening())
        .isEqualTo(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
  }

  @Test
  void namesTheFaultOfARefusal() {
    server.follow(
        _ ->
            new Response(
                400,
                Map.of(),
                "{\"error\":{\"errors\":[{\"reason\":\"pushNotSupportedForRequestedResource\"}]}}"));
    assertThat(faultOfOpening())
        .isEqualTo(new ProviderFault.Permanent(FaultReason.ANSWER_UNEXPECTED));

    server.follow(_ -> new Response(429, Map.of("Retry-After", "7"), ""));
    assertThat(faultOfOpening())
        .isEqualTo(new ProviderFault.Throttled(FaultReason.RATE_LIMITED, Duration.ofSeconds(7)));
  }

  private ProviderFault faultOfOpening() {
    return catchThrowableOfType(
            ProviderException.class, () -> push.open(ACCESS, new CalendarRef("c"), REQUEST, NOW))
        .fault();
  }
}

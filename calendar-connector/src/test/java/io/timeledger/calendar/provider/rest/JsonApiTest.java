package io.timeledger.calendar.provider.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CallTurns;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.testkit.JsonServer;
import io.timeledger.calendar.testkit.JsonServer.Response;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.NameResolver;
import io.timeledger.schemas.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonApiTest {
  private static final Access TOKEN = new Access.OAuthToken("sub-1", null, "token-1");
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

  private final JsonServer server = new JsonServer();
  private final HttpCaller caller =
      new HttpCaller(
          new AddressGuard(List.of("127.0.0.0/8")), NameResolver.system(), Duration.ofSeconds(30));
  private final JsonApi api =
      new JsonApi(caller::exchange, CallTurns.UNPACED, InstantSource.fixed(NOW), server.base());

  @AfterEach
  void close() {
    caller.close();
    server.close();
  }

  @Test
  void sendsTheTokenAndReadsTheAnswer() throws ProviderException {
    server.follow(_ -> Response.ok("{\"a\": 1}"));

    JsonAnswer answer = api.get(TOKEN, api.at("/things?x=1%2B2"), Map.of("Prefer", "utc"));

    assertThat(answer.isSuccess()).isTrue();
    assertThat(answer.body().path("a").intValue()).isEqualTo(1);
    JsonServer.Request request = server.requests().getFirst();
    assertThat(request.path()).isEqualTo("/api/things");
    assertThat(request.query()).containsEntry("x", "1+2");
    assertThat(request.headers())
        .containsEntry("authorization", "Bearer token-1")
        .containsEntry("prefer", "utc");
  }

  @Test
  void sendsABodyAsJson() throws ProviderException {
    server.follow(_ -> new Response(204, Map.of(), ""));

    JsonAnswer answer =
        api.call(
            "POST", TOKEN, api.at("/things"), Map.of(), Json.MAPPER.readTree("{\"id\": \"c\"}"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body().isMissingNode()).isTrue();
    assertThat(server.requests().getFirst().method()).isEqualTo("POST");
    assertThat(server.requests().getFirst().headers())
        .containsEntry("content-type", "application/json");
  }

  @Test
  void returnsErrorsWithTheirPause() throws ProviderException {
    server.follow(_ -> new Response(429, Map.of("Retry-After", "2"), "<html>busy</html>"));

    JsonAnswer answer = api.get(TOKEN, api.at("/things"), Map.of());

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.retryAfter()).contains(Duration.ofSeconds(2));
    assertThat(answer.body().isMissingNode()).isTrue();
  }

  @Test
  void doesNotFollowRedirects() throws ProviderException {
    server.follow(_ -> new Response(302, Map.of("Location", server.base() + "/other"), ""));

    assertThat(api.get(TOKEN, api.at("/things"), Map.of()).status()).isEqualTo(302);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{\"a\": ", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "nul"})
  void refusesASuccessThatIsNoJson(String body) {
    server.follow(_ -> Response.ok(body));

    assertThat(fault("/things")).isEqualTo(FaultReason.ANSWER_UNEXPECTED);
  }

  @Test
  void refusesABodyOfMoreThanEightMegabytes() {
    server.follow(_ -> Response.ok("\"" + "x".repeat(8 * 1024 * 1024) + "\""));

    assertThat(fault("/things")).isEqualTo(FaultReason.TOO_LARGE);
  }

  @Test
  void reportsAServerThatDoesNotListen() {
    server.close();

    assertThat(fault("/things")).isEqualTo(FaultReason.NOT_REACHABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example/v1/next?a=b, true",
    "https://API.example:443/other, true",
    "http://api.example/v1, false",
    "https://api.example:444/v1, false",
    "https://api.example.evil.example/v1, false",
    "https://api.example@evil.example/v1, false",
    "https://user@api.example/v1, false",
    "//api.example/v1, false",
    "/v1/next, false",
    "https://api.example/ a, false"
  })
  void trustsAddressesOfItsOwnOriginOnly(String address, boolean trusted) throws ProviderException {
    JsonApi https =
        new JsonApi(
            caller::exchange,
            CallTurns.UNPACED,
            InstantSource.fixed(NOW),
            URI.create("https://api.example/v1"));

    if (trusted) {
      assertThat(https.trusted(address)).isEqualTo(URI.create(address));
    } else {
      assertThatThrownBy(() -> https.trusted(address)).isInstanceOf(ProviderException.class);
    }
  }

  @Test
  void awaitsATurnForEachRequest() throws ProviderException {
    List<Access> turns = new ArrayList<>();
    JsonApi paced =
        new JsonApi(caller::exchange, turns::add, InstantSource.fixed(NOW), server.base());
    server.follow(_ -> Response.ok("{}"));

    paced.get(TOKEN, paced.at("/one"), Map.of());
    paced.call("POST", TOKEN, paced.at("/two"), Map.of(), Json.MAPPER.createObjectNode());

    assertThat(turns).containsExactly(TOKEN, TOKEN);
  }

  @Test
  void asksNothingWhenItsTurnIsFar() {
    ProviderException busy =
        new ProviderException(new ProviderFault.Throttled(FaultReason.SERVER_BUSY, null));
    JsonApi paced =
        new JsonApi(
            caller::exchange,
            _ -> {
              throw busy;
            },
            InstantSource.fixed(NOW),
            server.base());

    assertThatThrownBy(() -> paced.get(TOKEN, paced.at("/one"), Map.of())).isSameAs(busy);
    assertThat(server.requests()).isEmpty();
  }

  private FaultReason fault(String path) {
    try {
      api.get(TOKEN, api.at(path), Map.of());
    } catch (ProviderException e) {
      return e.fault().reason();
    }
    throw new AssertionError("no fault");
  }
}

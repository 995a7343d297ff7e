package io.timeledger.calendar.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.timeledger.calendar.connect.SignedIn;
import io.timeledger.calendar.provider.google.GoogleProvider;
import io.timeledger.calendar.provider.oauth.OAuthServer;
import io.timeledger.calendar.provider.oauth.SpringTokenEndpoint;
import io.timeledger.calendar.provider.rest.JsonApi;
import io.timeledger.calendar.testkit.Emulator;
import io.timeledger.egress.AddressGuard;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.NameResolver;
import io.timeledger.schemas.resource.Provider;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Sign-in, lists and faults, judged by servers of other hands: the emulator, and WireMock in front
/// of it.
class EmulatorIT {
  private static final List<String> SCOPES =
      List.of(
          "openid",
          "email",
          "https://www.googleapis.com/auth/calendar.calendarlist.readonly",
          "https://www.googleapis.com/auth/calendar.events.readonly");
  private static @Nullable Emulator emulator;

  private final HttpCaller caller =
      new HttpCaller(
          new AddressGuard(List.of("127.0.0.0/8")), NameResolver.system(), Duration.ofSeconds(30));

  @BeforeAll
  static void start() throws Exception {
    emulator = Emulator.start();
  }

  @AfterAll
  static void stop() {
    if (emulator != null) {
      emulator.close();
    }
  }

  @AfterEach
  void close() {
    caller.close();
  }

  @Test
  void signsInRefreshesAndRevokesAtGoogle() throws Exception {
    SpringTokenEndpoint endpoint = endpoint(Emulator.CLIENT_SECRET);

    SignedIn signedIn = endpoint.exchange(Provider.GOOGLE, emulator().googleTicket(SCOPES));

    assertThat(signedIn.account().label()).isEqualTo(Emulator.ACCOUNT);
    assertThat(signedIn.account().subject()).isNotBlank();
    assertThat(signedIn.tokens().scopes()).containsExactlyInAnyOrderElementsOf(SCOPES);
    assertThat(signedIn.tokens().expiresAt()).isAfter(Instant.now().plus(Duration.ofMinutes(50)));
    String refresh = refreshToken(signedIn);
    assertThat(endpoint.refresh(Provider.GOOGLE, refresh).refreshToken())
        .as("it does not rotate")
        .isEqualTo(refresh);

    endpoint.revoke(Provider.GOOGLE, refresh);

    assertThat(fault(() -> endpoint.refresh(Provider.GOOGLE, refresh)))
        .isEqualTo(new ProviderFault.AuthLost(FaultReason.SIGN_IN_NEEDED));
  }

  @Test
  void signsInAndTakesTheNextRefreshTokenAtMicrosoft() throws Exception {
    SpringTokenEndpoint endpoint = endpoint(Emulator.CLIENT_SECRET);

    SignedIn signedIn =
        endpoint.exchange(
            Provider.MICROSOFT,
            emulator().microsoftTicket(List.of("openid", "email", "offline_access", "User.Read")));

    assertThat(signedIn.account().subject()).matches("[^/]+/[^/]+");
    String first = refreshToken(signedIn);
    assertThat(endpoint.refresh(Provider.MICROSOFT, first).refreshToken()).isNotEqualTo(first);
    assertThat(fault(() -> endpoint.refresh(Provider.MICROSOFT, first)))
        .as("stricter than the real one")
        .isEqualTo(new ProviderFault.AuthLost(FaultReason.SIGN_IN_NEEDED));
  }

  @Test
  void blamesTheOperatorForARefusedClient() throws Exception {
    SpringTokenEndpoint endpoint = endpoint("another");
    SignedIn signedIn =
        endpoint(Emulator.CLIENT_SECRET).exchange(Provider.GOOGLE, emulator().googleTicket(SCOPES));

    assertThat(fault(() -> endpoint.refresh(Provider.GOOGLE, refreshToken(signedIn))))
        .isEqualTo(new ProviderFault.Transient(FaultReason.CLIENT_REFUSED));
    assertThat(fault(() -> endpoint.exchange(Provider.GOOGLE, emulator().googleTicket(SCOPES))))
        .isEqualTo(new ProviderFault.Transient(FaultReason.CLIENT_REFUSED));
  }

  @Test
  void listsCalendars() throws Exception {
    assertThat(provider(emulator().google()).calendars(access()))
        .extracting(
            CalendarListing::ref,
            CalendarListing::name,
            CalendarListing::zone,
            CalendarListing::primary)
        .containsExactly(
            tuple(new CalendarRef("primary"), "Ada", ZoneId.of("Europe/Berlin"), true),
            tuple(new CalendarRef("team"), "Team", ZoneId.of("America/New_York"), false));
  }

  @Test
  void reportsEachFaultOnceAndNeverRepeatsACall() throws Exception {
    WireMockServer faulty = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    faulty.start();
    try {
      faulty.stubFor(
          any(anyUrl())
              .atPriority(10)
              .willReturn(aResponse().proxiedFrom(emulator().google().toString())));
      Map<ResponseDefinitionBuilder, ProviderFault> faults = new LinkedHashMap<>();
      faults.put(
          aResponse().withStatus(503).withHeader("Retry-After", "2"),
          new ProviderFault.Throttled(FaultReason.SERVER_FAILED, Duration.ofSeconds(2)));
      faults.put(
          aResponse().withStatus(403).withBody(error("usageLimits", "userRateLimitExceeded")),
          new ProviderFault.Throttled(FaultReason.RATE_LIMITED, null));
      faults.put(
          aResponse().withStatus(403).withBody(error("global", "forbidden")),
          new ProviderFault.Permanent(FaultReason.CALENDAR_DENIED));
      faults.put(
          aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
          new ProviderFault.Transient(FaultReason.NOT_REACHABLE));
      faults.put(
          aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
          new ProviderFault.Transient(FaultReason.ANSWER_INVALID));
      String state = Scenario.STARTED;
      for (ResponseDefinitionBuilder answer : faults.keySet()) {
        String next = state + "+";
        faulty.stubFor(
            get(urlPathEqualTo("/calendar/v3/users/me/calendarList"))
                .inScenario("faults")
                .whenScenarioStateIs(state)
                .willSetStateTo(next)
                .willReturn(answer));
        state = next;
      }
      GoogleProvider provider = provider(URI.create(faulty.baseUrl()));
      Access access = access();

      assertThat(faults.values())
          .allSatisfy(
              fault -> assertThat(fault(() -> provider.calendars(access))).isEqualTo(fault));
      assertThat(provider.calendars(access)).hasSize(2);
      faulty.verify(
          faults.size() + 1, getRequestedFor(urlPathEqualTo("/calendar/v3/users/me/calendarList")));
    } finally {
      faulty.stop();
    }
  }

  private Access access() throws Exception {
    SignedIn signedIn =
        endpoint(Emulator.CLIENT_SECRET).exchange(Provider.GOOGLE, emulator().googleTicket(SCOPES));
    return new Access.OAuthToken(
        signedIn.account().subject(), signedIn.account().label(), signedIn.tokens().accessToken());
  }

  private GoogleProvider provider(URI server) {
    return new GoogleProvider(
        new JsonApi(
            caller::exchange,
            CallTurns.UNPACED,
            InstantSource.system(),
            server.resolve("/calendar/v3")));
  }

  private SpringTokenEndpoint endpoint(String secret) {
    URI google = emulator().google();
    return new SpringTokenEndpoint(
        Map.of(
            Provider.GOOGLE,
            new OAuthServer(
                Emulator.CLIENT_ID,
                secret,
                google.resolve("/oauth2/token"),
                google.resolve("/oauth2/revoke")),
            Provider.MICROSOFT,
            new OAuthServer(
                Emulator.CLIENT_ID,
                secret,
                emulator().microsoft().resolve("/oauth2/v2.0/token"),
                null)),
        caller::exchange,
        InstantSource.system());
  }

  private static Emulator emulator() {
    return Objects.requireNonNull(emulator);
  }

  private static String refreshToken(SignedIn signedIn) {
    return Objects.requireNonNull(signedIn.tokens().refreshToken());
  }

  private static String error(String domain, String reason) {
    return "{\"error\":{\"code\":403,\"errors\":[{\"domain\":\"%s\",\"reason\":\"%s\"}]}}"
        .formatted(domain, reason);
  }

  private static ProviderFault fault(ThrowingCallable call) {
    return catchThrowableOfType(ProviderException.class, call).fault();
  }
}

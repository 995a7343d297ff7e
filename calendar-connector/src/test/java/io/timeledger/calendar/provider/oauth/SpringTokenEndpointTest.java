package io.timeledger.calendar.provider.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.timeledger.calendar.connect.GrantedTokens;
import io.timeledger.calendar.connect.SignedIn;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.egress.CallOutcome;
import io.timeledger.egress.HttpCall;
import io.timeledger.egress.HttpExchange;
import io.timeledger.egress.ResponseBody;
import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.OAuthTicket;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpringTokenEndpointTest {
  private static final Instant NOW = Instant.parse("2026-04-29T12:00:00Z");
  private static final String JSON = "application/json";
  private static final OAuthTicket TICKET =
      new OAuthTicket("4/0A+b c", "verifier", "https://time.example.com/callback", NOW);

  private HttpExchange answer = answered(200, JSON, "{}");
  private @Nullable HttpCall called;
  private final SpringTokenEndpoint endpoint =
      new SpringTokenEndpoint(
          Map.of(
              Provider.GOOGLE,
              new OAuthServer(
                  "me", "s&cret", URI.create("https://g/token"), URI.create("https://g/revoke")),
              Provider.MICROSOFT,
              new OAuthServer("me", "s", URI.create("https://m/token"), null)),
          call -> {
            called = call;
            return answer;
          },
          () -> NOW);

  @Test
  void exchangesTheCodeWithSecretAndVerifier() throws ProviderException {
    answer = tokens(idToken("me", NOW, Map.of("sub", "4711", "email", "a@example.com")));

    SignedIn signedIn = endpoint.exchange(Provider.GOOGLE, TICKET);

    assertThat(signedIn.account().subject()).isEqualTo("4711");
    assertThat(signedIn.account().label()).isEqualTo("a@example.com");
    assertThat(signedIn.tokens())
        .isEqualTo(
            new GrantedTokens("at", "rt", NOW.plusSeconds(3599), List.of("openid", "email")));
    HttpCall call = Objects.requireNonNull(called);
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.url()).hasToString("https://g/token");
    assertThat(form(call))
        .containsEntry("grant_type", "authorization_code")
        .containsEntry("code", "4/0A+b c")
        .containsEntry("code_verifier", "verifier")
        .containsEntry("redirect_uri", "https://time.example.com/callback")
        .containsEntry("client_id", "me")
        .containsEntry("client_secret", "s&cret");
    assertThat(call.headers().keySet()).noneMatch(name -> name.equalsIgnoreCase("Content-Length"));
    assertThat(signedIn.toString()).doesNotContain("at").doesNotContain("4711");
  }

  @Test
  void knowsMicrosoftAccountsByTenantAndObject() throws ProviderException {
    answer = tokens(idToken("me", NOW, Map.of("sub", "x", "tid", "t", "oid", "o")));

    assertThat(endpoint.exchange(Provider.MICROSOFT, TICKET).account().subject()).isEqualTo("t/o");
  }

  @Test
  void refusesIdTokensThatAreNotForIt() {
    for (String idToken :
        List.of(
            idToken("another", NOW, Map.of("sub", "1")),
            idToken("me", NOW.minus(Duration.ofHours(1)), Map.of("sub", "1")),
            idToken("me", NOW, Map.of()),
            idToken("me", NOW, Map.of("sub", " ")),
            idToken("me", NOW, Map.of("sub", "x".repeat(256))),
            "no.jwt",
            "")) {
      answer = tokens(idToken);
      assertThat(fault(() -> endpoint.exchange(Provider.GOOGLE, TICKET)))
          .isInstanceOf(ProviderFault.Rejected.class);
    }
  }

  @Test
  void refreshesAndKeepsATokenThatDoesNotRotate() throws ProviderException {
    answer =
        answered(200, JSON, "{\"access_token\":\"b\",\"token_type\":\"Bearer\",\"expires_in\":60}");

    assertThat(endpoint.refresh(Provider.GOOGLE, "r/1"))
        .isEqualTo(new GrantedTokens("b", "r/1", NOW.plusSeconds(60), List.of()));
    assertThat(form(Objects.requireNonNull(called)))
        .containsEntry("grant_type", "refresh_token")
        .containsEntry("refresh_token", "r/1")
        .containsEntry("client_secret", "s&cret")
        .doesNotContainKey("scope");
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_grant, , AuthLost, SIGN_IN_NEEDED",
    "400, invalid_grant, AADSTS65001: not consented, ConsentMissing, CONSENT_MISSING",
    "400, invalid_grant, AADSTS700082: expired, AuthLost, SIGN_IN_NEEDED",
    "401, invalid_grant, , AuthLost, SIGN_IN_NEEDED",
    "400, interaction_required, AADSTS50076: mfa, AuthLost, SIGN_IN_NEEDED",
    "400, consent_required, , ConsentMissing, CONSENT_MISSING",
    "401, invalid_client, , Transient, CLIENT_REFUSED",
    "400, invalid_client, AADSTS7000215: secret, Transient, CLIENT_REFUSED",
    "400, invalid_scope, , Transient, CLIENT_REFUSED",
    "400, never_heard_of, , Transient, ANSWER_UNEXPECTED",
    "429, slow_down, , Throttled, RATE_LIMITED",
    "500, invalid_grant, , Transient, SERVER_FAILED",
    "503, temporarily_unavailable, , Transient, SERVER_FAILED"
  })
  void tellsErrorsApart(
      int status, String code, @Nullable String description, String kind, FaultReason reason) {
    answer =
        answered(
            status,
            JSON,
            "{\"error\":\"%s\"%s}"
                .formatted(
                    code,
                    description == null ? "" : ",\"error_description\":\"" + description + "\""));

    for (ProviderFault fault :
        List.of(
            fault(() -> endpoint.refresh(Provider.MICROSOFT, "r")),
            fault(() -> endpoint.exchange(Provider.GOOGLE, TICKET)))) {
      assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
      assertThat(fault.reason()).isEqualTo(reason);
    }
  }

  @Test
  void takesARefusalWithoutAReasonForThatOfTheClient() {
    answer = answered(401, "text/html", "<html>");

    assertThat(fault(() -> endpoint.refresh(Provider.GOOGLE, "r")))
        .isEqualTo(new ProviderFault.Transient(FaultReason.CLIENT_REFUSED));
  }

  @ParameterizedTest
  @CsvSource({"120, PT2M", "'Wed, 29 Apr 2026 12:00:30 GMT', PT30S", "soon, "})
  void waitsAsLongAsItIsAskedTo(String header, @Nullable Duration wait) {
    answer =
        new HttpExchange(
            CallOutcome.ANSWERED,
            429,
            null,
            null,
            Map.of("retry-after", List.of(header)),
            ResponseBody.NONE,
            timings());

    assertThat(fault(() -> endpoint.refresh(Provider.GOOGLE, "r")))
        .isEqualTo(new ProviderFault.Throttled(FaultReason.RATE_LIMITED, wait));
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/html, <html>",
    "200, application/json, {}",
    "200, application/json, []",
    "200, application/json, '{\"access_token\": 7'",
    "302, text/html, moved",
    "400, text/html, <html>",
    "404, application/json, null"
  })
  void takesAnyOtherAnswerForAPassingFault(int status, String type, String body) {
    answer = answered(status, type, body);

    assertThat(fault(() -> endpoint.refresh(Provider.GOOGLE, "r")))
        .isInstanceOf(ProviderFault.Transient.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = CallOutcome.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ANSWERED", "BLOCKED_ADDRESS"})
  void takesACallWithoutAnAnswerForAPassingFault(CallOutcome outcome) {
    answer = new HttpExchange(outcome, null, "x", null, Map.of(), ResponseBody.NONE, timings());

    assertThat(fault(() -> endpoint.refresh(Provider.GOOGLE, "r")))
        .isInstanceOf(ProviderFault.Transient.class);
    assertThat(fault(() -> endpoint.revoke(Provider.GOOGLE, "r")))
        .isInstanceOf(ProviderFault.Transient.class);
  }

  @Test
  void revokesWhereThereIsACallForIt() throws ProviderException {
    endpoint.revoke(Provider.MICROSOFT, "r");
    assertThat(called).isNull();

    answer = answered(400, JSON, "{\"error\":\"invalid_token\"}");
    endpoint.revoke(Provider.GOOGLE, "r&1");

    assertThat(Objects.requireNonNull(called).url()).hasToString("https://g/revoke");
    assertThat(form(Objects.requireNonNull(called))).containsEntry("token", "r&1");
  }

  private interface Call {
    void make() throws ProviderException;
  }

  private static ProviderFault fault(Call call) {
    ProviderException thrown = catchThrowableOfType(ProviderException.class, call::make);
    return Objects.requireNonNull(thrown, "no fault").fault();
  }

  private static HttpExchange tokens(String idToken) {
    return answered(
        200,
        "application/json; charset=utf-8",
        """
        {"access_token": "at", "refresh_token": "rt", "token_type": "Bearer", "expires_in": 3599,
         "scope": "openid email", "id_token": "%s"}
        """
            .formatted(idToken));
  }

  private static String idToken(String audience, Instant expires, Map<String, Object> claims) {
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder().audience(audience).expirationTime(Date.from(expires));
    claims.forEach(builder::claim);
    return new PlainJWT(builder.build()).serialize();
  }

  private static HttpExchange answered(int status, String type, String body) {
    return new HttpExchange(
        CallOutcome.ANSWERED,
        status,
        null,
        null,
        Map.of("content-type", List.of(type)),
        new ResponseBody(ImmutableBytes.of(body.getBytes(UTF_8)), false),
        timings());
  }

  private static HttpExchange.Timings timings() {
    return new HttpExchange.Timings(null, null, null, null, Duration.ZERO);
  }

  private static Map<String, String> form(HttpCall call) {
    String body = new String(Objects.requireNonNull(call.body()).array(), UTF_8);
    return Arrays.stream(body.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], UTF_8),
                pair -> URLDecoder.decode(pair[1], UTF_8)));
  }
}

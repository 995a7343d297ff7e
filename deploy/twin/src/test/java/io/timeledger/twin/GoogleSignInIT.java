package io.timeledger.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.json.webtoken.JsonWebSignature;
import com.google.api.services.calendar.Calendar;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.TokenVerifier;
import com.google.auth.oauth2.UserCredentials;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Google's OAuth and auth libraries sign in, refresh and verify.
class GoogleSignInIT {
  private final ProviderTwin twin = ProviderTwin.start(TwinSetup.empty(InstantSource.system()));
  private final GoogleMember member = new GoogleMember(twin.url());
  private final ControlClient control = new ControlClient(twin.url());

  @AfterEach
  void close() {
    twin.close();
  }

  @Test
  void signsAnIdTokenThatGoogleVerifiesByTheKeySet() throws Exception {
    TokenResponse tokens = member.signIn();

    JsonWebSignature verified =
        TokenVerifier.newBuilder()
            .setAudience(GoogleMember.CLIENT)
            .setIssuer(twin.url() + "/google")
            .setCertificatesLocation(twin.url() + "/google/oauth2/v3/certs")
            .build()
            .verify(String.valueOf(tokens.get("id_token")));

    assertThat(verified.getPayload()).containsEntry("email", "member@example.com");
    assertThat(verified.getPayload().getSubject()).matches("1\\d{20}");
    assertThat(tokens.getScope()).contains("calendar.events.readonly", "userinfo.email");
  }

  @Test
  void refusesAnotherVerifierAndTheCodeAfterwards() {
    String code = member.code(GoogleMember.SCOPES);

    assertInvalidGrant(() -> member.exchange(code, GoogleMember.VERIFIER + "x"));
    assertInvalidGrant(() -> member.exchange(code, GoogleMember.VERIFIER));
  }

  @Test
  void keepsTheRefreshTokenUntilItIsRevoked() throws Exception {
    TokenResponse tokens = member.signIn();
    UserCredentials credentials = member.credentials(tokens.getRefreshToken());

    AccessToken first = credentials.refreshAccessToken();
    AccessToken second = credentials.refreshAccessToken();
    assertThat(second.getTokenValue()).isNotEqualTo(first.getTokenValue());

    HttpResponse<String> revoked =
        control.send("POST", "/google/revoke?token=" + tokens.getRefreshToken(), "");
    assertThat(revoked.statusCode()).isEqualTo(200);
    assertThatThrownBy(credentials::refreshAccessToken)
        .isInstanceOf(IOException.class)
        .hasStackTraceContaining("invalid_grant");
  }

  @Test
  void givesARefreshTokenWithTheFirstConsentOnly() throws Exception {
    assertThat(member.signIn().getRefreshToken()).isNotNull();
    assertThat(member.signIn().getRefreshToken()).isNull();
  }

  @Test
  void refusesAnUnknownAndAnExpiredToken() throws Exception {
    TokenResponse tokens = member.signIn();
    Calendar calendar =
        member.calendar(
            request -> request.getHeaders().setAuthorization("Bearer " + tokens.getAccessToken()));
    assertThat(calendar.events().list("primary").execute().getItems()).isEmpty();

    control.post("/control/clock", ControlClient.body().put("advance_seconds", 3_600));

    assertThat(status(() -> calendar.events().list("primary").execute())).isEqualTo(401);
    Calendar unknown =
        member.calendar(request -> request.getHeaders().setAuthorization("Bearer junk"));
    assertThat(status(() -> unknown.events().list("primary").execute())).isEqualTo(401);
  }

  @Test
  void refusesWhatTheMemberDidNotTick() throws Exception {
    TokenResponse tokens = member.exchange(member.code("openid email"), GoogleMember.VERIFIER);
    Calendar calendar =
        member.calendar(
            request -> request.getHeaders().setAuthorization("Bearer " + tokens.getAccessToken()));

    assertThat(status(() -> calendar.events().list("primary").execute())).isEqualTo(403);
  }

  @Test
  void showsAPageThatEscapesWhatTheClientSays() {
    HttpResponse<String> page =
        control.send(
            "GET",
            "/google/o/oauth2/v2/auth?client_id=%3Cscript%3E&scope=openid&redirect_uri="
                + ConsentClient.REDIRECT,
            "");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>");
  }

  @Test
  void grantsWhatIsTickedAndTellsARefusal() {
    ConsentClient consent = new ConsentClient(twin.url());
    String form = "client_id=c&scope=openid+email&state=s&redirect_uri=" + ConsentClient.REDIRECT;

    HttpResponse<String> ticked =
        control.send("POST", "/google/o/oauth2/v2/auth", form + "&allow=openid");
    HttpResponse<String> denied =
        control.send("POST", "/google/o/oauth2/v2/auth", form + "&deny=true");

    assertThat(ticked.headers().firstValue("Location").orElseThrow())
        .contains("code=")
        .endsWith("&state=s");
    assertThat(denied.headers().firstValue("Location").orElseThrow())
        .endsWith("?error=access_denied&state=s");
    assertThat(
            consent
                .consent(
                    "/google/o/oauth2/v2/auth",
                    Map.of(
                        "client_id", "c",
                        "scope", "openid",
                        "login_hint", "other@example.com",
                        "redirect_uri", ConsentClient.REDIRECT))
                .names())
        .containsExactly("code");
  }

  @Test
  void redirectsToNoStranger() {
    HttpResponse<String> answer =
        control.send(
            "GET",
            "/google/o/oauth2/v2/auth?client_id=c&scope=openid&login_hint=a@b.example&redirect_uri="
                + "http://evil.example/",
            "");

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  private static void assertInvalidGrant(ThrowingCallable exchange) {
    assertThatThrownBy(exchange)
        .isInstanceOfSatisfying(
            TokenResponseException.class,
            e -> assertThat(e.getDetails().getError()).isEqualTo("invalid_grant"));
  }

  private static int status(ThrowingCallable call) {
    return catchThrowableOfType(GoogleJsonResponseException.class, call).getStatusCode();
  }
}

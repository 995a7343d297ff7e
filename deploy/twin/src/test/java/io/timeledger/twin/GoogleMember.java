package io.timeledger.twin;

import com.google.api.client.auth.oauth2.AuthorizationCodeTokenRequest;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.calendar.Calendar;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.UserCredentials;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// A member with Google's own clients.
record GoogleMember(URI twin) {
  static final String SCOPES =
      "openid email https://www.googleapis.com/auth/calendar.calendarlist.readonly"
          + " https://www.googleapis.com/auth/calendar.events.readonly";
  static final String CLIENT = "client-1.apps.example";
  static final String SECRET = "client-secret";
  private static final NetHttpTransport TRANSPORT = new NetHttpTransport();

  /// RFC 7636, appendix B.
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  String code(String scopes) {
    return new ConsentClient(twin)
        .code(
            "/google/o/oauth2/v2/auth",
            Map.of(
                "client_id", CLIENT,
                "redirect_uri", ConsentClient.REDIRECT,
                "response_type", "code",
                "scope", scopes,
                "state", "s",
                "access_type", "offline",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256",
                "login_hint", "member@example.com"));
  }

  TokenResponse exchange(String code, String verifier) throws IOException {
    return new AuthorizationCodeTokenRequest(
            TRANSPORT,
            GsonFactory.getDefaultInstance(),
            new GenericUrl(twin + "/google/token"),
            code)
        .setRedirectUri(ConsentClient.REDIRECT)
        .setClientAuthentication(new ClientParametersAuthentication(CLIENT, SECRET))
        .set("code_verifier", verifier)
        .execute();
  }

  TokenResponse signIn() throws IOException {
    return exchange(code(SCOPES), VERIFIER);
  }

  UserCredentials credentials(String refreshToken) {
    return UserCredentials.newBuilder()
        .setClientId(CLIENT)
        .setClientSecret(SECRET)
        .setRefreshToken(refreshToken)
        .setTokenServerUri(twin.resolve("/google/token"))
        .build();
  }

  Calendar calendar() throws IOException {
    return calendar(new HttpCredentialsAdapter(credentials(signIn().getRefreshToken())));
  }

  Calendar calendar(HttpRequestInitializer initializer) {
    return new Calendar.Builder(TRANSPORT, GsonFactory.getDefaultInstance(), initializer)
        .setRootUrl(twin + "/google/")
        .setApplicationName("twin")
        .build();
  }
}

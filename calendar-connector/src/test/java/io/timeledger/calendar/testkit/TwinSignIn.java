package io.timeledger.calendar.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.calendar.CalendarScopes;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.twin.script.TwinAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Signs in at the twin as its real providers are signed in at.
///
/// @param twin its address
public record TwinSignIn(URI twin) {
  private static final String REDIRECT = "https://time.example.com/api/v1/oauth/callback";
  private static final String VERIFIER = "verifier-that-is-at-least-43-characters-long-ok";
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /// Settings of a connector that reads calendars at the twin.
  public String[] settings() {
    return Stream.of(
            client("google"),
            Stream.of(
                "google.token-url=" + twin + "/google/token",
                "google.api-url=" + twin + "/google/calendar/v3",
                "google.revoke-url=" + twin + "/google/revoke"),
            client("microsoft"),
            Stream.of(
                "microsoft.token-url=" + twin + "/microsoft/common/oauth2/v2.0/token",
                "microsoft.api-url=" + twin + "/microsoft/v1.0"))
        .flatMap(settings -> settings)
        .map(setting -> "--timeledger.calendar." + setting)
        .toArray(String[]::new);
  }

  public static Provider provider(TwinAccount account) {
    return Provider.valueOf(account.provider().toUpperCase(Locale.ROOT));
  }

  /// The ticket of an account that has consented.
  public String ticket(TwinAccount account) {
    Provider provider = provider(account);
    String page =
        provider == Provider.GOOGLE
            ? "/google/o/oauth2/v2/auth?access_type=offline&prompt=consent"
            : "/microsoft/common/oauth2/v2.0/authorize?response_mode=query";
    String url =
        twin
            + page
            + "&response_type=code&state=s&code_challenge_method=S256"
            + parameter("code_challenge", challenge())
            + parameter("client_id", SignInServer.CLIENT_ID)
            + parameter("redirect_uri", REDIRECT)
            + parameter("scope", String.join(" ", CalendarScopes.requested(provider)))
            + parameter("login_hint", account.address());
    try {
      String location =
          HTTP.send(
                  HttpRequest.newBuilder(URI.create(url)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .headers()
              .firstValue("location")
              .orElseThrow();
      Matcher code = CODE.matcher(location);
      if (!code.find()) {
        throw new AssertionError(location);
      }
      return SignInServer.ticket(
          URLDecoder.decode(code.group(1), UTF_8),
          VERIFIER,
          REDIRECT,
          Instant.now().plus(Duration.ofMinutes(10)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> client(String provider) {
    return Stream.of(
        provider + ".client-id=" + SignInServer.CLIENT_ID,
        provider + ".client-secret=" + SignInServer.CLIENT_SECRET);
  }

  private static String parameter(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, UTF_8);
  }

  private static String challenge() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

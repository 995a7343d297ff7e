package io.timeledger.calendar.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.restricted.OAuthTicket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/// An authorization server by other hands, on loopback. It rotates refresh tokens, and checks the
/// verifier of PKCE.
public final class SignInServer implements AutoCloseable {
  public static final String CLIENT_ID = "client-of-the-operator";
  public static final String CLIENT_SECRET = "secret-of-the-client-6f1d";

  private static final Duration LIFE = Duration.ofMinutes(10);
  static final String REDIRECT = "https://time.example.com/api/v1/oauth/callback/google";
  private static final String VERIFIER = "verifier-that-is-at-least-43-characters-long-ok";
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final RecordCodec<OAuthTicket> TICKETS = new RecordCodec<>(OAuthTicket.class);

  private final MockOAuth2Server server =
      new MockOAuth2Server(new OAuth2Config(false, null, null, true));

  public SignInServer() {
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  /// Settings of a connector that knows this server as a provider.
  public String[] settings(String provider) {
    String prefix = "--timeledger.calendar." + provider + ".";
    return new String[] {
      prefix + "client-id=" + CLIENT_ID,
      prefix + "client-secret=" + CLIENT_SECRET,
      prefix + "token-url=" + server.tokenEndpointUrl(provider)
    };
  }

  /// The ticket of an account that has signed in and consented.
  ///
  /// @param accessLife of its access tokens
  public String ticket(
      String provider, String subject, Duration accessLife, Map<String, Object> claims) {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            provider, subject, "JWT", List.of(CLIENT_ID), claims, accessLife.toSeconds()));
    return ticket(code(provider), Instant.now().plus(LIFE));
  }

  public static String ticket(String code, Instant expiresAt) {
    return ticket(code, VERIFIER, REDIRECT, expiresAt);
  }

  static String ticket(String code, String verifier, String redirect, Instant expiresAt) {
    return new String(TICKETS.write(new OAuthTicket(code, verifier, redirect, expiresAt)), UTF_8);
  }

  @Override
  public void close() {
    server.shutdown();
  }

  private String code(String provider) {
    String url =
        server.authorizationEndpointUrl(provider)
            + "?response_type=code&scope=openid&code_challenge_method=S256&code_challenge="
            + challenge()
            + "&client_id="
            + CLIENT_ID
            + "&state="
            + UUID.randomUUID()
            + "&redirect_uri="
            + URLEncoder.encode(REDIRECT, UTF_8);
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
      return URLDecoder.decode(code.group(1), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String challenge() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

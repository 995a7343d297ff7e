package io.timeledger.calendar.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.restricted.OAuthTicket;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/// An authorization server by other hands, on loopback. It rotates refresh tokens, and checks the
/// verifier of PKCE.
public final class SignInServer implements AutoCloseable {
  public static final String CLIENT_ID = "client-of-the-operator";
  public static final String CLIENT_SECRET = "secret-of-the-client-6f1d";

  private static final Duration LIFE = Duration.ofMinutes(10);
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
    String code = ConsentRedirect.code(server.authorizationEndpointUrl(provider) + "?scope=openid");
    return ticket(code, Instant.now().plus(LIFE));
  }

  public static String ticket(String code, Instant expiresAt) {
    OAuthTicket ticket =
        new OAuthTicket(code, ConsentRedirect.VERIFIER, ConsentRedirect.URL, expiresAt);
    return new String(TICKETS.write(ticket), UTF_8);
  }

  @Override
  public void close() {
    server.shutdown();
  }
}

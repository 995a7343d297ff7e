package io.timeledger.ingest.testkit;

import com.nimbusds.jose.jwk.JWK;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/// An OpenID Connect provider by other hands. It has any number of issuers, which share one key
/// that it changes when told.
public final class IdentityProvider implements AutoCloseable {
  public static final String AUDIENCE = "timeledger";
  public static final String ISSUER = "company";
  public static final Duration AN_HOUR = Duration.ofHours(1);

  private final RotatingKey key = new RotatingKey();
  private final MockOAuth2Server server =
      new MockOAuth2Server(
          new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(key)));

  public IdentityProvider() {
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  private static final class RotatingKey extends KeyProvider {
    private volatile String current = "key-1";

    @Override
    public JWK signingKey(String issuer) {
      return super.signingKey(current);
    }
  }

  public String issuer() {
    return server.issuerUrl(ISSUER).toString();
  }

  /// @param left until it expires; negative when it has
  public String token(
      String issuer, String audience, String user, Duration left, Map<String, Object> claims) {
    Date longAgo = Date.from(Instant.now().minus(AN_HOUR));
    Map<String, Object> all = new HashMap<>(claims);
    all.put("iat", longAgo);
    all.put("nbf", longAgo);
    return server.issueToken(issuer, user, audience, all, left.toSeconds()).serialize();
  }

  public void changeKey(String name) {
    key.current = name;
  }

  /// From now on nobody can ask it for its keys; it still signs.
  public void goAway() {
    server.shutdown();
  }

  @Override
  public void close() {
    server.shutdown();
  }
}

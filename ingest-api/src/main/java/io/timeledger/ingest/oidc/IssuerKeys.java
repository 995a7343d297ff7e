package io.timeledger.ingest.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import io.timeledger.schemas.json.Json;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The public keys of an issuer, fetched on first use and cached for [#KEPT]. A missing key
/// triggers another fetch, at most twice per [#PAUSE]. While the issuer is unreachable, the cached
/// keys stay valid for [#OUTAGE].
final class IssuerKeys implements JWKSetSource<SecurityContext> {
  private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration REFRESH_AHEAD = Duration.ofSeconds(30);
  private static final Duration REFRESH_PATIENCE = Fetch.PATIENCE.multipliedBy(2);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration OUTAGE = Duration.ofHours(24);

  private final Issuer issuer;
  private final Fetch fetch;
  private volatile @Nullable URI discovered;

  private IssuerKeys(Issuer issuer, Fetch fetch) {
    this.issuer = issuer;
    this.fetch = fetch;
    this.discovered = issuer.jwksUri();
  }

  static JWKSource<SecurityContext> of(Issuer issuer, Fetch fetch) {
    return JWKSourceBuilder.create(new IssuerKeys(issuer, fetch))
        .cache(KEPT.toMillis(), REFRESH_PATIENCE.toMillis())
        .refreshAheadCache(REFRESH_AHEAD.toMillis(), false)
        .rateLimited(PAUSE.toMillis())
        .outageTolerant(OUTAGE.toMillis())
        .build();
  }

  @Override
  public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, SecurityContext unused)
      throws KeySourceException {
    try {
      JWKSet keys = JWKSet.parse(fetch.text(uri()));
      log.info("event=issuer_keys_fetched issuer={} keys={}", issuer, keys.size());
      return keys;
    } catch (IOException | ParseException | JacksonException | IllegalArgumentException e) {
      log.warn("event=issuer_keys_unavailable issuer={} reason=\"{}\"", issuer, e.getMessage());
      throw new JWKSetRetrievalException("keys of " + issuer, e);
    }
  }

  private URI uri() throws IOException {
    URI known = discovered;
    if (known == null) {
      known = discover();
      discovered = known;
    }
    return known;
  }

  private URI discover() throws IOException {
    String base = issuer.issuer().replaceAll("/+$", "");
    JsonNode document =
        Json.MAPPER.readTree(fetch.text(URI.create(base + "/.well-known/openid-configuration")));
    if (!issuer.issuer().equals(document.path("issuer").asString(""))) {
      throw new IOException("the discovery document is of another issuer");
    }
    URI keys = URI.create(document.path("jwks_uri").asString(""));
    if (!Issuer.isSafe(keys)) {
      throw new IOException("jwks_uri: %s (expected: https, or http on loopback)".formatted(keys));
    }
    return keys;
  }

  @Override
  public void close() {
    // Nothing to close.
  }
}

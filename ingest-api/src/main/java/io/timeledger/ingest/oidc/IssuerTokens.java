package io.timeledger.ingest.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Verifies the tokens of one issuer: signature by one of its keys and a configured algorithm,
/// issuer, audience, times, type. Refuses tokens without expiry.
final class IssuerTokens {
  private final Issuer issuer;
  private final Set<String> algorithms;
  private final NimbusJwtDecoder decoder;

  private IssuerTokens(Issuer issuer, Set<String> algorithms, NimbusJwtDecoder decoder) {
    this.issuer = issuer;
    this.algorithms = algorithms;
    this.decoder = decoder;
  }

  static IssuerTokens of(Issuer issuer, Fetch fetch, InstantSource clock) {
    String secret = issuer.sharedSecret();
    IssuerTokens tokens =
        secret == null
            ? new IssuerTokens(
                issuer,
                issuer.algorithms().stream().map(Enum::name).collect(Collectors.toSet()),
                NimbusJwtDecoder.withJwkSource(IssuerKeys.of(issuer, fetch))
                    .jwsAlgorithms(all -> all.addAll(issuer.algorithms()))
                    .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((_, _) -> {}))
                    .build())
            : new IssuerTokens(
                issuer,
                Set.of(MacAlgorithm.HS256.getName()),
                NimbusJwtDecoder.withSecretKey(
                        new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"))
                    .macAlgorithm(MacAlgorithm.HS256)
                    .validateType(false)
                    .build());
    tokens.decoder.setJwtValidator(validator(issuer, clock));
    return tokens;
  }

  /// Whether the token claims to be from this issuer.
  boolean takes(String namedIssuer, JWSHeader header) {
    JWSAlgorithm algorithm = header.getAlgorithm();
    return issuer.issuer().equals(namedIssuer) && algorithms.contains(algorithm.getName());
  }

  /// @throws JwtException when the token is invalid, or the keys are unavailable
  Jwt verify(String token) {
    return decoder.decode(token);
  }

  Issuer issuer() {
    return issuer;
  }

  private static OAuth2TokenValidator<Jwt> validator(Issuer issuer, InstantSource clock) {
    JwtTimestampValidator times = new JwtTimestampValidator(issuer.clockSkew());
    times.setClock(clock.withZone(ZoneOffset.UTC));
    times.setAllowEmptyExpiryClaim(false);
    JwtTypeValidator types = new JwtTypeValidator("JWT", "at+jwt");
    types.setAllowEmpty(true);
    return new DelegatingOAuth2TokenValidator<>(
        types,
        times,
        new JwtIssuerValidator(issuer.issuer()),
        new JwtClaimValidator<List<String>>(
            JwtClaimNames.AUD,
            audiences ->
                audiences != null && audiences.stream().anyMatch(issuer.audiences()::contains)));
  }
}

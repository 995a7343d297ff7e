package io.timeledger.ingest.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Permission;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/// A trusted issuer, and how to read its tokens. A claim name matches literally; if no claim has
/// that name, dots navigate into objects, as in `app_metadata.workspace_id`.
///
/// @param issuer exactly the `iss` of its tokens
/// @param audiences a token must name one of them
/// @param jwksUri of its keys; null discovers them by `/.well-known/openid-configuration`
/// @param algorithms that its keys may sign with
/// @param sharedSecret null unless its tokens are signed by HS256 with this, and by nothing else;
///     at least 32 bytes
/// @param clockSkew by how much its clock may differ
/// @param workspace of all its tokens; null reads the claim
/// @param workspaceClaim names the workspace
/// @param userClaim names the member, by its id in the workspace
/// @param permissionsClaim null grants all that the role holds; else a token has what both role and
///     claim grant. The claim is a list, or text with spaces between.
/// @param permissionMap the permissions that a claim value grants; a value that is not in it counts
///     if it is a permission's own name, and is ignored otherwise
record Issuer(
    String issuer,
    @DefaultValue List<String> audiences,
    @Nullable URI jwksUri,
    @DefaultValue({"RS256", "ES256"}) Set<SignatureAlgorithm> algorithms,
    @Nullable String sharedSecret,
    @DefaultValue("60s") Duration clockSkew,
    @Nullable String workspace,
    @DefaultValue("workspace_id") String workspaceClaim,
    @DefaultValue("sub") String userClaim,
    @Nullable String permissionsClaim,
    @DefaultValue Map<String, Set<String>> permissionMap) {
  private static final int MIN_SECRET_BYTES = 32;
  private static final Duration MAX_SKEW = Duration.ofMinutes(5);

  Issuer {
    require(!issuer.isBlank(), issuer, "issuer", "not blank");
    require(!audiences.isEmpty(), issuer, "audiences", "at least one");
    require(!algorithms.isEmpty(), issuer, "algorithms", "at least one");
    require(
        !clockSkew.isNegative() && clockSkew.compareTo(MAX_SKEW) <= 0,
        issuer,
        "clock-skew",
        "0 to " + MAX_SKEW.toSeconds() + "s");
    if (sharedSecret == null) {
      URI keys = jwksUri == null ? URI.create(issuer) : jwksUri;
      require(isSafe(keys), issuer, "jwks-uri", "https, or http on loopback");
    } else {
      require(
          sharedSecret.getBytes(UTF_8).length >= MIN_SECRET_BYTES,
          issuer,
          "shared-secret",
          "at least " + MIN_SECRET_BYTES + " bytes");
    }
    if (workspace != null) {
      new WorkspaceId(workspace);
    }
    audiences = List.copyOf(audiences);
    algorithms = Set.copyOf(algorithms);
    permissionMap = Map.copyOf(permissionMap);
    permissionMap.values().stream().flatMap(Set::stream).forEach(Permission::of);
  }

  /// The permissions that a claim value grants.
  Set<Permission> meaning(String value) {
    Set<String> names = permissionMap.getOrDefault(value, Set.of(value));
    return Arrays.stream(Permission.values())
        .filter(permission -> names.contains(permission.scope()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Without the secret.
  @Override
  public String toString() {
    return issuer;
  }

  static boolean isSafe(URI keys) {
    String host = keys.getHost();
    return host != null
        && ("https".equals(keys.getScheme())
            || ("http".equals(keys.getScheme()) && isLoopback(host)));
  }

  private static boolean isLoopback(String host) {
    try {
      return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void require(boolean holds, String issuer, String name, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          "timeledger.oidc.issuers %s: %s (expected: %s)".formatted(issuer, name, expected));
    }
  }
}

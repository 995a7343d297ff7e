package io.timeledger.ingest.oidc;

import static io.timeledger.schemas.reply.ErrorCode.NOT_A_MEMBER;
import static io.timeledger.schemas.reply.ErrorCode.UNAUTHORIZED;
import static io.timeledger.schemas.reply.ErrorCode.UNKNOWN_WORKSPACE;

import com.nimbusds.jwt.SignedJWT;
import io.timeledger.ingest.access.Authenticator;
import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Directory;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.restricted.MemberProfile;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

/// JSON Web Tokens of the configured issuers. Any fault, including unavailable keys, gets the same
/// response. A valid token gives access to the workspace that it names if its user is an active
/// member there, with at most the role's current rights.
final class OidcAuthenticator implements Authenticator {
  private static final Logger log = LoggerFactory.getLogger(OidcAuthenticator.class);
  private final Directory directory;
  private final List<IssuerTokens> issuers;

  OidcAuthenticator(OidcProperties properties, Directory directory, InstantSource clock) {
    this.directory = directory;
    Fetch fetch = new Fetch();
    this.issuers =
        properties.issuers().stream().map(issuer -> IssuerTokens.of(issuer, fetch, clock)).toList();
  }

  @Override
  public Verdict authenticate(String bearer) {
    if (issuers.isEmpty() || bearer.chars().filter(c -> c == '.').count() != 2) {
      return new Verdict.NotMine();
    }
    try {
      Optional<IssuerTokens> issuer = issuerOf(SignedJWT.parse(bearer));
      return issuer.isEmpty() ? unauthorized() : verdict(issuer.get(), bearer);
    } catch (ParseException | JwtException | IllegalArgumentException e) {
      log.debug("event=jwt_refused reason=\"{}\"", e.getMessage());
      return unauthorized();
    }
  }

  private Optional<IssuerTokens> issuerOf(SignedJWT unverified) throws ParseException {
    String name = unverified.getJWTClaimsSet().getIssuer();
    return issuers.stream()
        .filter(issuer -> name != null && issuer.takes(name, unverified.getHeader()))
        .findFirst();
  }

  private Verdict verdict(IssuerTokens issuer, String bearer) {
    Jwt token = issuer.verify(bearer);
    Claims claims = new Claims(issuer.issuer(), token.getClaims());
    Optional<WorkspaceId> workspace =
        claims.workspace().map(WorkspaceId::new).filter(directory::knows);
    if (workspace.isEmpty()) {
      return refused(UNKNOWN_WORKSPACE);
    }
    return claims
        .user()
        .flatMap(user -> directory.member(workspace.get(), new UserId(user)))
        .filter(MemberProfile::active)
        .<Verdict>map(member -> new Verdict.Accepted(caller(member, claims)))
        .orElseGet(() -> refused(NOT_A_MEMBER));
  }

  private static Caller caller(MemberProfile member, Claims claims) {
    return new Caller(
        member.workspaceId(),
        member.userId(),
        claims
            .permissions()
            .map(permissions -> granted(member.role(), permissions))
            .orElse(member.role().permissions()),
        null,
        CommandOrigin.API);
  }

  /// An empty set would mean all of the role; here it means none.
  private static Set<Permission> granted(Role role, Set<Permission> permissions) {
    return permissions.isEmpty() ? Set.of() : role.grant(permissions, false);
  }

  private static Verdict unauthorized() {
    return new Verdict.Refused(
        Problem.of(UNAUTHORIZED, "The token is malformed, expired or of no issuer known here."));
  }

  private static Verdict refused(ErrorCode code) {
    return new Verdict.Refused(Problem.of(code, code.meaning()));
  }
}

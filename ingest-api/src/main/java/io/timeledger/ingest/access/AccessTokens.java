package io.timeledger.ingest.access;

import static io.timeledger.schemas.reply.ErrorCode.NOT_A_MEMBER;
import static io.timeledger.schemas.reply.ErrorCode.UNAUTHORIZED;

import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.restricted.TokenRecord;
import java.time.Instant;
import java.time.InstantSource;

/// Personal access tokens, `tlp_<id>_<secret>`, checked against hashes cached in memory. Unknown,
/// wrong, expired and revoked tokens get the same response.
final class AccessTokens implements Authenticator {
  private final Directory directory;
  private final TokenUses uses;
  private final InstantSource clock;

  AccessTokens(Directory directory, TokenUses uses, InstantSource clock) {
    this.directory = directory;
    this.uses = uses;
    this.clock = clock;
  }

  @Override
  public Verdict authenticate(String bearer) {
    if (!bearer.startsWith(Credential.PREFIX)) {
      return new Verdict.NotMine();
    }
    return Credential.parse(bearer)
        .flatMap(
            credential ->
                directory
                    .token(credential.id())
                    .filter(token -> credential.matches(token.secretHash())))
        .filter(token -> !isExpired(token))
        .<Verdict>map(this::callerOf)
        .orElseGet(
            () ->
                new Verdict.Refused(
                    Problem.of(UNAUTHORIZED, "The token is unknown, expired or revoked.")));
  }

  private Verdict callerOf(TokenRecord token) {
    uses.note(token);
    return directory
        .member(token.workspaceId(), token.userId())
        .filter(MemberProfile::active)
        .<Verdict>map(
            member ->
                new Verdict.Accepted(
                    new Caller(
                        token.workspaceId(),
                        token.userId(),
                        member.role().grant(token.scopes(), token.ownDataOnly()),
                        token.id(),
                        CommandOrigin.API)))
        .orElseGet(
            () ->
                new Verdict.Refused(
                    Problem.of(
                        NOT_A_MEMBER,
                        "The owner of the token is not an active member of the workspace.")));
  }

  private boolean isExpired(TokenRecord token) {
    Instant expiresAt = token.expiresAt();
    return expiresAt != null && !clock.instant().isBefore(expiresAt);
  }
}

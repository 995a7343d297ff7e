package io.timeledger.ingest.access;

import static io.timeledger.schemas.reply.ErrorCode.NOT_A_MEMBER;
import static io.timeledger.schemas.reply.ErrorCode.UNAUTHORIZED;

import io.timeledger.ingest.access.Authenticator.Verdict;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.TokenKind;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.restricted.TokenRecord;
import java.time.InstantSource;
import java.util.Optional;

/// Tokens of ours, checked against hashes cached in memory. Unknown, wrong, expired and revoked
/// tokens get the same response, and so does one of another kind.
public final class KnownTokens {
  private final Directory directory;
  private final TokenUses uses;
  private final InstantSource clock;

  KnownTokens(Directory directory, TokenUses uses, InstantSource clock) {
    this.directory = directory;
    this.uses = uses;
    this.clock = clock;
  }

  /// @param text a token of this kind in clear
  public Verdict judge(TokenKind kind, String text) {
    return find(kind, text)
        .<Verdict>map(this::callerOf)
        .orElseGet(() -> new Verdict.Refused(Problem.of(UNAUTHORIZED, refusal(kind))));
  }

  /// The token, if it is valid now.
  public Optional<TokenRecord> find(TokenKind kind, String text) {
    return Credential.parse(kind, text)
        .flatMap(
            credential ->
                directory
                    .token(credential.id())
                    .filter(token -> token.kind() == kind)
                    .filter(token -> credential.matches(token.secretHash())))
        .filter(token -> !token.isExpired(clock.instant()));
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

  private static String refusal(TokenKind kind) {
    return switch (kind) {
      case ACCESS -> "The token is unknown, expired or revoked.";
      case SESSION -> "The session is unknown or has ended.";
      case LOGIN -> "The code is unknown, used or expired.";
    };
  }
}

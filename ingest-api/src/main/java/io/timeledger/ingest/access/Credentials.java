package io.timeledger.ingest.access;

import io.timeledger.ingest.access.Authenticator.Verdict;
import io.timeledger.ingest.access.RequestCredential.BearerToken;
import io.timeledger.ingest.access.RequestCredential.SessionCookie;
import io.timeledger.schemas.resource.TokenKind;
import java.util.List;

/// Judges the credential of a request: a bearer token by the first authenticator that handles its
/// kind, a cookie as a session. The caller is limited to the members that it reaches now.
public final class Credentials {
  private final List<Authenticator> authenticators;
  private final KnownTokens tokens;
  private final Directory directory;

  Credentials(List<Authenticator> authenticators, KnownTokens tokens, Directory directory) {
    this.authenticators = List.copyOf(authenticators);
    this.tokens = tokens;
    this.directory = directory;
  }

  public Verdict judge(RequestCredential credential) {
    Verdict verdict =
        switch (credential) {
          case BearerToken(String text) -> judge(text);
          case SessionCookie(String text) -> tokens.judge(TokenKind.SESSION, text);
        };
    return verdict instanceof Verdict.Accepted(Caller caller)
        ? new Verdict.Accepted(
            caller.within(directory.reach(caller.workspaceId(), caller.userId())))
        : verdict;
  }

  private Verdict judge(String bearer) {
    for (Authenticator authenticator : authenticators) {
      Verdict verdict = authenticator.authenticate(bearer);
      if (!(verdict instanceof Verdict.NotMine)) {
        return verdict;
      }
    }
    return new Verdict.NotMine();
  }
}

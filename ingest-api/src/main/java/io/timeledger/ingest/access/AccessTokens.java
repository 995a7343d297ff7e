package io.timeledger.ingest.access;

import io.timeledger.schemas.resource.TokenKind;

/// Personal access tokens, `tlp_<id>_<secret>`. Sessions and login codes are no bearer tokens.
final class AccessTokens implements Authenticator {
  private final KnownTokens tokens;

  AccessTokens(KnownTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Verdict authenticate(String bearer) {
    return bearer.startsWith(Credential.prefix(TokenKind.ACCESS))
        ? tokens.judge(TokenKind.ACCESS, bearer)
        : new Verdict.NotMine();
  }
}

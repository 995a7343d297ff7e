package io.timeledger.schemas.resource;

/// What a token is for.
public enum TokenKind {
  /// A bearer token of a program, as long as it is wanted.
  ACCESS,
  /// The cookie of a browser, for hours.
  SESSION,
  /// A code that opens one session, once, and nothing else.
  LOGIN
}

package io.timeledger.ingest.access;

/// What a request authenticates by.
public sealed interface RequestCredential {

  /// The token of an `Authorization` header.
  record BearerToken(String text) implements RequestCredential {
    @Override
    public String toString() {
      return "BearerToken[***]";
    }
  }

  /// The cookie of a browser's session.
  record SessionCookie(String text) implements RequestCredential {
    @Override
    public String toString() {
      return "SessionCookie[***]";
    }
  }
}

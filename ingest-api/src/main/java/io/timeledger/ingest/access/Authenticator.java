package io.timeledger.ingest.access;

import io.timeledger.schemas.reply.Problem;

/// Verifies one kind of bearer token and identifies its caller.
public interface Authenticator {

  Verdict authenticate(String bearer);

  /// The result for a token.
  sealed interface Verdict {
    /// The token is valid.
    record Accepted(Caller caller) implements Verdict {}

    /// The token is of this kind but invalid.
    record Refused(Problem problem) implements Verdict {}

    /// The token is of another kind.
    record NotMine() implements Verdict {}
  }
}

package io.timeledger.ingest.access;

import io.timeledger.schemas.reply.Problem;

/// Tells who a bearer token stands for. Each kind of token has one.
public interface Authenticator {

  Verdict authenticate(String bearer);

  /// What an authenticator says of a token.
  sealed interface Verdict {
    /// It is good.
    record Accepted(Caller caller) implements Verdict {}

    /// It is of this kind and not good.
    record Refused(Problem problem) implements Verdict {}

    /// It is of another kind.
    record NotMine() implements Verdict {}
  }
}

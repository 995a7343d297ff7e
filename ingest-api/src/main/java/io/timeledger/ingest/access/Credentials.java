package io.timeledger.ingest.access;

import io.timeledger.ingest.access.Authenticator.Verdict;
import java.util.List;

/// Dispatches each bearer token to the first authenticator that handles its kind.
public final class Credentials {
  private final List<Authenticator> authenticators;

  Credentials(List<Authenticator> authenticators) {
    this.authenticators = List.copyOf(authenticators);
  }

  public Verdict judge(String bearer) {
    for (Authenticator authenticator : authenticators) {
      Verdict verdict = authenticator.authenticate(bearer);
      if (!(verdict instanceof Verdict.NotMine)) {
        return verdict;
      }
    }
    return new Verdict.NotMine();
  }
}

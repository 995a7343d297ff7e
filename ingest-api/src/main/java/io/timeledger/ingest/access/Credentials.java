package io.timeledger.ingest.access;

import io.timeledger.ingest.access.Authenticator.Verdict;
import java.util.List;
import org.springframework.stereotype.Component;

/// All kinds of bearer tokens, each judged by the first authenticator that knows its kind.
@Component
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

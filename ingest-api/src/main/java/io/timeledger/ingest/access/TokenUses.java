package io.timeledger.ingest.access;

import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.restricted.TokenRecord;
import io.timeledger.schemas.restricted.TokenUsage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Which tokens were used since somebody last asked. Noting one costs a request nothing; there are
/// never more than there are tokens.
@Component
public final class TokenUses {
  private final InstantSource clock;
  private final Map<TokenId, TokenUsage> noted = new ConcurrentHashMap<>();

  TokenUses(InstantSource clock) {
    this.clock = clock;
  }

  void note(TokenRecord token) {
    Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    noted.put(token.id(), new TokenUsage(token.workspaceId(), token.id(), minute));
  }

  /// All that were noted, each once.
  public List<TokenUsage> take() {
    List<TokenUsage> taken = new ArrayList<>();
    for (TokenId id : List.copyOf(noted.keySet())) {
      TokenUsage use = noted.remove(id);
      if (use != null) {
        taken.add(use);
      }
    }
    return taken;
  }
}

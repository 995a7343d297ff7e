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

/// Tokens used since the last [#take]. Recording one costs a request next to nothing, and memory is
/// bounded by the number of tokens.
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

  /// Takes all recorded uses, one per token.
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

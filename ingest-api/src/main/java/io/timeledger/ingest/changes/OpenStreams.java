package io.timeledger.ingest.changes;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts the streams that are open, so that nobody holds more than their share.
@Component
final class OpenStreams {
  private final StreamProperties limits;
  private final Map<String, Integer> open = new HashMap<>();
  private int total;

  OpenStreams(StreamProperties limits) {
    this.limits = limits;
  }

  /// @return false when the holder, or the instance, has as many as it may
  synchronized boolean open(String holder) {
    int held = open.getOrDefault(holder, 0);
    if (held >= limits.perToken() || total >= limits.perInstance()) {
      return false;
    }
    open.put(holder, held + 1);
    total++;
    return true;
  }

  synchronized void close(String holder) {
    open.computeIfPresent(holder, (_, held) -> held == 1 ? null : held - 1);
    total--;
  }
}

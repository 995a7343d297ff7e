package io.timeledger.ingest.changes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Limits the open streams per token. A stream above the limit evicts the oldest, so that a
/// reconnecting client is never blocked by its own abandoned streams.
final class OpenStreams {
  private final StreamProperties limits;
  private final Map<String, Deque<OpenStream>> open = new HashMap<>();
  private int total;

  OpenStreams(StreamProperties limits) {
    this.limits = limits;
  }

  /// @return empty when the instance is at its limit, or when too many evicted streams of the
  ///     holder have not ended yet
  synchronized Optional<OpenStream> open(String holder) {
    Deque<OpenStream> held = open.computeIfAbsent(holder, _ -> new ArrayDeque<>());
    if (total >= limits.perInstance() || held.size() >= 2 * limits.perToken()) {
      return Optional.empty();
    }
    if (held.stream().filter(stream -> !stream.gaveWay()).count() >= limits.perToken()) {
      held.stream().filter(stream -> !stream.gaveWay()).findFirst().ifPresent(OpenStream::giveWay);
    }
    OpenStream stream = new OpenStream();
    held.addLast(stream);
    total++;
    return Optional.of(stream);
  }

  synchronized void close(String holder, OpenStream stream) {
    open.computeIfPresent(
        holder,
        (_, held) -> {
          held.remove(stream);
          return held.isEmpty() ? null : held;
        });
    total--;
  }
}

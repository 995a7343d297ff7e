package io.timeledger.streams.projector;

import io.timeledger.schemas.event.EventEnvelope;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;

/// The progress of a workspace by consecutive events.
///
/// @param from sequence of the first of them
/// @param to sequence of the last
/// @param hash of the last
/// @param at time of the last
public record SequenceRange(WorkspaceId workspaceId, long from, long to, String hash, Instant at) {

  static SequenceRange of(EventEnvelope event) {
    return new SequenceRange(
        event.workspaceId(), event.sequence(), event.sequence(), event.hash(), event.timestamp());
  }

  /// @throws IllegalStateException when the other does not follow directly
  SequenceRange then(SequenceRange next) {
    if (next.from != to + 1) {
      throw new IllegalStateException(
          "workspace %s: event %d follows %d (expected: %d)"
              .formatted(workspaceId, next.from, to, to + 1));
    }
    return new SequenceRange(workspaceId, from, next.to, next.hash, next.at);
  }
}

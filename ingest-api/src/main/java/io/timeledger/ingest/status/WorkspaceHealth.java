package io.timeledger.ingest.status;

import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the read models and the services tell of a workspace.
public interface WorkspaceHealth {
  /// How far the read models are; empty before the first event.
  Optional<Projected> projected(WorkspaceId workspace);

  /// Empty if the dispatcher's tables cannot be read.
  Optional<Deliveries> deliveries(WorkspaceId workspace, Instant now);

  /// Connections that wait for their member to sign in again.
  int connectionsToSignIn(WorkspaceId workspace);

  /// @param at when the newest event was taken in
  record Projected(long sequence, Instant at) {}

  /// @param oldestDueAt since when the oldest delivery that is due has been; null if none is
  /// @param held deliveries that wait until their webhook is enabled again; at most 1,000 are
  /// counted
  record Deliveries(@Nullable Instant oldestDueAt, int held) {}
}

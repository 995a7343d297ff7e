package io.timeledger.ingest.read;

import io.timeledger.schemas.id.WorkspaceId;

/// How far the read models are.
public interface Progress {
  /// The newest sequence of the workspace that reads see; 0 when they see nothing of it.
  long sequence(WorkspaceId workspace);
}

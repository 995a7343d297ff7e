package io.timeledger.ingest.read;

import io.timeledger.schemas.id.WorkspaceId;
import java.util.Collection;
import java.util.Map;

/// How far the read models are.
public interface ReadModelProgress {
  /// The newest sequence of the workspace that reads see; 0 when they see nothing of it.
  long sequence(WorkspaceId workspace);

  /// The same of several workspaces; those are left out of which reads see nothing.
  Map<WorkspaceId, Long> sequences(Collection<WorkspaceId> workspaces);
}

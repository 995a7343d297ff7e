package io.timeledger.ingest.read;

import io.timeledger.schemas.id.WorkspaceId;
import java.util.Collection;
import java.util.Map;

/// Progress of the read models.
public interface ReadModelProgress {
  /// The newest sequence of the workspace in the read models; 0 for none.
  long sequence(WorkspaceId workspace);

  /// The same for several workspaces; those without any are absent.
  Map<WorkspaceId, Long> sequences(Collection<WorkspaceId> workspaces);
}

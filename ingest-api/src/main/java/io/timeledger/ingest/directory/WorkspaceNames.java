package io.timeledger.ingest.directory;

import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;

/// The names of workspaces, which never change.
public interface WorkspaceNames {
  /// Empty as long as the read models do not have it, or are unavailable.
  Optional<String> find(WorkspaceId workspace);
}

package io.timeledger.ingest.settings;

import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Settings in the read models.
public interface StoredSettings {
  /// @return empty while the workspace has the defaults
  Optional<ObjectNode> find(WorkspaceId workspace);
}

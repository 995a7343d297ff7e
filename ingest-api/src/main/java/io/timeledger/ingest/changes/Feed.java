package io.timeledger.ingest.changes;

import io.timeledger.schemas.id.WorkspaceId;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Events as they are on the log, in order per workspace.
public interface Feed {
  List<ObjectNode> after(WorkspaceId workspace, long sequence, int limit);
}

package io.timeledger.ingest.changes;

import io.timeledger.schemas.id.WorkspaceId;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Events as they are on the log, per workspace.
public interface Feed {
  /// In order.
  default List<ObjectNode> after(WorkspaceId workspace, long sequence, int limit) {
    return after(workspace, sequence, FeedFilter.NONE, limit);
  }

  /// In order.
  List<ObjectNode> after(WorkspaceId workspace, long sequence, FeedFilter filter, int limit);

  /// The newest first.
  List<ObjectNode> before(WorkspaceId workspace, long sequence, FeedFilter filter, int limit);
}

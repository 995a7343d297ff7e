package io.timeledger.ingest.report.entity;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Time by entity in the read models.
public interface EntityTimes {
  /// In the order in which they began.
  List<StageTotals> stages(WorkspaceId workspace, EntityType type, String id);

  /// The latest entries without deleted ones, by day and id, the latest first.
  ///
  /// @param onlyUser the member whose entries to return; null means all
  List<ObjectNode> latest(
      WorkspaceId workspace, EntityType type, String id, @Nullable UserId onlyUser, int limit);
}

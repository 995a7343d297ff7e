package io.timeledger.ingest.report.entity;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What was tracked against single things, as the read models have it.
public interface EntityTimes {
  /// In the order in which they began.
  List<StageTotals> stages(WorkspaceId workspace, EntityType type, String id);

  /// The latest entries, deleted ones not, by day and id, the latest first.
  ///
  /// @param onlyUser whose entries are wanted; null means everybody's
  List<ObjectNode> latest(
      WorkspaceId workspace, EntityType type, String id, @Nullable UserId onlyUser, int limit);
}

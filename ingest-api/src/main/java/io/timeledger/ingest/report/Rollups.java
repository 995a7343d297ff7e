package io.timeledger.ingest.report;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Dimension;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Rollups in the read models.
public interface Rollups {
  /// The sum over the days.
  Totals sum(WorkspaceId workspace, Dimension dimension, String dimensionId, Days days);

  /// The sum over the days of each id with time in them.
  Map<String, Totals> sums(
      WorkspaceId workspace, Dimension dimension, Collection<String> ids, Days days);

  /// The whole list, with an item per currency, as of one moment.
  void all(
      WorkspaceId workspace, RollupFilter filter, boolean withMoney, Consumer<ObjectNode> each);

  /// One item per id and span of days, the newest span first.
  ///
  /// @param withMoney whether to include amounts
  Page list(WorkspaceId workspace, RollupFilter filter, Paging paging, boolean withMoney);
}

package io.timeledger.ingest.report;

import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.Slice;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Dimension;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Rollups as the read models have them.
public interface Rollups {
  /// The sum over the days, both inclusive; null is open.
  Totals sum(
      WorkspaceId workspace,
      Dimension dimension,
      String dimensionId,
      @Nullable LocalDate from,
      @Nullable LocalDate to);

  /// One item per id and day.
  ///
  /// @param withMoney whether amounts are wanted
  Slice list(WorkspaceId workspace, RollupFilter filter, Paging paging, boolean withMoney);
}

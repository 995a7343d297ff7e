package io.timeledger.ingest.rate;

import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.Slice;
import io.timeledger.schemas.id.WorkspaceId;

/// Rate overrides as the read models have them.
public interface Rates {
  Slice list(WorkspaceId workspace, RateFilter filter, Paging paging);
}

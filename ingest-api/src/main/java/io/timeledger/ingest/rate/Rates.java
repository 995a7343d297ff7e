package io.timeledger.ingest.rate;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.WorkspaceId;

/// Rate overrides as the read models have them.
public interface Rates {
  Page list(WorkspaceId workspace, RateFilter filter, Paging paging);
}

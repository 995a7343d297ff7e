package io.timeledger.ingest.rate;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.WorkspaceId;

/// Rate overrides in the read models.
public interface Rates {
  Page list(WorkspaceId workspace, RateFilter filter, Paging paging);
}

package io.timeledger.ingest.audit;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.function.Predicate;

/// Audit records in the read models.
public interface AuditTrail {
  Page list(WorkspaceId workspace, AuditFilter filter, Paging paging);

  /// Streams the events of the workspace in sequence order, without holding them all.
  ///
  /// @param walk returns whether to continue after an event
  /// @return the head as of the same moment
  ChainHead walk(WorkspaceId workspace, Predicate<StoredEvent> walk);
}

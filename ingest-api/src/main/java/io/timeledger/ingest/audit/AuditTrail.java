package io.timeledger.ingest.audit;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.function.Predicate;

/// Audit records as the read models have them.
public interface AuditTrail {
  Page list(WorkspaceId workspace, AuditFilter filter, Paging paging);

  /// Walks the events of the workspace in the order of their sequences, without holding them all.
  ///
  /// @param walk whether to go on after an event
  /// @return the head as of the same moment
  ChainHead walk(WorkspaceId workspace, Predicate<StoredEvent> walk);
}

package io.timeledger.ingest.audit;

import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.Slice;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Audit records as the read models have them.
public interface AuditTrail {
  Slice list(WorkspaceId workspace, AuditFilter filter, Paging paging);

  /// Walks all events and audit records of the workspace in the order of their sequences, as of one
  /// moment, without holding them all.
  void walk(WorkspaceId workspace, Walk walk);

  /// One sequence of the walk: the event with its columns, the audit record, or the one of both
  /// that is there.
  interface Walk extends BiPredicate<@Nullable StoredEvent, @Nullable ObjectNode> {
    /// @return whether to go on
    @Override
    boolean test(@Nullable StoredEvent event, @Nullable ObjectNode audit);
  }
}

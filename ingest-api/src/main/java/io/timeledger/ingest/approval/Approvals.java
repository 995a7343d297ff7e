package io.timeledger.ingest.approval;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Approval routes and submitted timesheets in the read models.
public interface Approvals {
  Page routes(WorkspaceId workspace, RouteFilter filter, Paging paging);

  Optional<ObjectNode> route(WorkspaceId workspace, RouteId id);

  /// Submitted timesheets that the caller can decide now: as the approver of the current level or,
  /// without a route, by permission.
  Page awaiting(Caller caller, ApprovalFilter filter, Paging paging);
}

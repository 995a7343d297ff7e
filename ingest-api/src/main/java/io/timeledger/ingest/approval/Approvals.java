package io.timeledger.ingest.approval;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Approval routes and submitted timesheets as the read models have them.
public interface Approvals {
  Page routes(WorkspaceId workspace, RouteFilter filter, Paging paging);

  Optional<ObjectNode> route(WorkspaceId workspace, RouteId id);

  /// Submitted timesheets on which the caller is the one to decide: at the level that is waited
  /// for or, without a route, as anybody who may approve.
  Page awaiting(Caller caller, ApprovalFilter filter, Paging paging);
}

package io.timeledger.ingest.approval;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.resource.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Approval routes, and approvals that await the caller.
@RestController
@RequestMapping("/api/v1/time/approvals")
final class ApprovalController {
  private final Approvals approvals;
  private final Chains chains;

  ApprovalController(Approvals approvals, Chains chains) {
    this.approvals = approvals;
    this.chains = chains;
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(Caller caller, @QueryParams ApprovalFilter filter, @QueryParams Paging paging) {
    ReadRights.require(caller, Permission.APPROVE);
    Page waiting = approvals.awaiting(caller, filter, paging);
    chains.addTo(waiting.items(), caller.workspaceId());
    return waiting.answer();
  }
}

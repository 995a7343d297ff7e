package io.timeledger.ingest.audit;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.visibility.Redactor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/audit")
final class AuditController {
  private final AuditTrail trail;

  AuditController(AuditTrail trail) {
    this.trail = trail;
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(Caller caller, @QueryParams AuditFilter filter, @QueryParams Paging paging) {
    ReadRights.require(caller, Permission.AUDIT);
    Page page = trail.list(caller.workspaceId(), filter, paging);
    page.items().forEach(record -> redact(record, caller));
    return page.answer();
  }

  /// Reads everything: its duration grows with the workspace.
  @FromReadModels
  @GetMapping("/verify")
  ObjectNode verify(Caller caller) {
    ReadRights.require(caller, Permission.AUDIT);
    ChainCheck check = new ChainCheck();
    ChainHead newest = trail.walk(caller.workspaceId(), check);
    return Envelope.data(check.result(newest));
  }

  /// Hides data of an unknown type: only the newer release that wrote it knows its visibility.
  private static void redact(ObjectNode auditRecord, Caller caller) {
    String type = auditRecord.required("entity_type").asString();
    if (!ResourceType.isKnown(type)) {
      auditRecord.putNull("changes");
    } else if (auditRecord.get("changes") instanceof ObjectNode changes) {
      Redactor.redact(ResourceType.of(type), changes, caller.viewer());
    }
  }
}

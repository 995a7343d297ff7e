package io.timeledger.ingest.approval;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.TakesPreconditions;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.read.ResourceResponse;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.command.ApprovalCommand.DeleteApprovalRoute;
import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/time/approval-routes")
final class RouteController {
  private final Commands commands;
  private final Approvals approvals;

  RouteController(Commands commands, Approvals approvals) {
    this.commands = commands;
    this.approvals = approvals;
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(Caller caller, @QueryParams RouteFilter filter, @QueryParams Paging paging) {
    ReadRights.require(caller, Permission.SETTINGS);
    return approvals
        .routes(caller.workspaceId(), filter, paging)
        .answer(ResourceType.APPROVAL_ROUTE, caller.viewer());
  }

  @FromReadModels
  @GetMapping("/{id}")
  ResponseEntity<ObjectNode> find(Caller caller, @PathVariable("id") RouteId id) {
    ReadRights.require(caller, Permission.SETTINGS);
    ObjectNode route =
        approvals.route(caller.workspaceId(), id).orElseThrow(ApiException::notFound);
    return ResourceResponse.of(ResourceType.APPROVAL_ROUTE, route, caller.viewer());
  }

  @TakesPreconditions
  @PutMapping("/{id}")
  ResponseEntity<ObjectNode> put(
      WriteRequest call, @PathVariable("id") RouteId id, @RequestBody RouteBody body) {
    return commands.submit(call, body.toCommand(id, call.ifVersion()));
  }

  @TakesPreconditions
  @DeleteMapping("/{id}")
  ResponseEntity<ObjectNode> delete(WriteRequest call, @PathVariable("id") RouteId id) {
    return commands.submit(call, new DeleteApprovalRoute(id, call.ifVersion()));
  }
}

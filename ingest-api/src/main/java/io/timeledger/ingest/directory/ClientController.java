package io.timeledger.ingest.directory;

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
import io.timeledger.schemas.command.DirectoryCommand.DeleteClient;
import io.timeledger.schemas.id.ClientId;
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
@RequestMapping("/api/v1/clients")
final class ClientController {
  private final Commands commands;
  private final DirectoryRecords records;

  ClientController(Commands commands, DirectoryRecords records) {
    this.commands = commands;
    this.records = records;
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(Caller caller, @QueryParams ClientFilter filter, @QueryParams Paging paging) {
    ReadRights.require(caller, Permission.READ);
    return records
        .clients(caller.workspaceId(), filter, paging)
        .answer(ResourceType.CLIENT, caller.viewer());
  }

  @FromReadModels
  @GetMapping("/{id}")
  ResponseEntity<ObjectNode> find(Caller caller, @PathVariable("id") ClientId id) {
    ReadRights.require(caller, Permission.READ);
    ObjectNode client = records.find(caller.workspaceId(), id).orElseThrow(ApiException::notFound);
    return ResourceResponse.of(ResourceType.CLIENT, client, caller.viewer());
  }

  @TakesPreconditions
  @PutMapping("/{id}")
  ResponseEntity<ObjectNode> put(
      WriteRequest call, @PathVariable("id") ClientId id, @RequestBody ClientBody body) {
    return commands.submit(call, body.toCommand(id, call.ifVersion()));
  }

  @TakesPreconditions
  @DeleteMapping("/{id}")
  ResponseEntity<ObjectNode> delete(WriteRequest call, @PathVariable("id") ClientId id) {
    return commands.submit(call, new DeleteClient(id, call.ifVersion()));
  }
}

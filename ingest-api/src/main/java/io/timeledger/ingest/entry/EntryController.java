package io.timeledger.ingest.entry;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.ReplyResources;
import io.timeledger.ingest.command.TakesPreconditions;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.read.ResourceResponse;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.command.EntryCommand.CreateEntry;
import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.EntryCommand.RestoreEntry;
import io.timeledger.schemas.command.EntryCommand.UpdateEntry;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/time-entries")
final class EntryController {
  private final Commands commands;
  private final Entries entries;

  EntryController(Commands commands, Entries entries) {
    this.commands = commands;
    this.entries = entries;
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(Caller caller, @QueryParams EntryFilter filter, @QueryParams Paging paging) {
    return entries
        .list(caller.workspaceId(), ReadRights.sight(caller), filter, paging)
        .answer(ResourceType.TIME_ENTRY, caller.viewer());
  }

  /// For an entry split at midnight, returns the first piece with the others in `pieces`.
  @PostMapping
  ResponseEntity<ObjectNode> create(WriteRequest call, @RequestBody EntryBody body) {
    call.requireWrite();
    return commands.submit(
        call,
        new CreateEntry(body.toDraft()),
        reply ->
            reply.items().size() == 1
                ? ReplyResources.first(reply, call.caller().viewer())
                : ReplyResources.firstAndOthers(reply, "pieces", call.caller().viewer()));
  }

  @FromReadModels
  @GetMapping("/{id}")
  ResponseEntity<ObjectNode> find(Caller caller, @PathVariable("id") EntryId id) {
    ReadRights.require(caller, Permission.READ);
    ObjectNode entry =
        entries
            .find(caller.workspaceId(), id)
            .filter(found -> caller.seesTimeOf(new UserId(found.required("user_id").asString())))
            .orElseThrow(ApiException::notFound);
    return ResourceResponse.of(ResourceType.TIME_ENTRY, entry, caller.viewer());
  }

  @TakesPreconditions
  @PatchMapping("/{id}")
  ResponseEntity<ObjectNode> update(
      WriteRequest call, @PathVariable("id") EntryId id, @RequestBody EntryPatchBody body) {
    call.requireWrite();
    return commands.submit(call, new UpdateEntry(id, body.toPatch(), call.ifVersion()));
  }

  @TakesPreconditions
  @PostMapping("/{id}/restore")
  ResponseEntity<ObjectNode> restore(WriteRequest call, @PathVariable("id") EntryId id) {
    call.requireWrite();
    return commands.submit(call, new RestoreEntry(id, call.ifVersion()));
  }

  @TakesPreconditions
  @DeleteMapping("/{id}")
  ResponseEntity<ObjectNode> delete(WriteRequest call, @PathVariable("id") EntryId id) {
    call.requireWrite();
    return commands.submit(call, new DeleteEntry(id, call.ifVersion()));
  }
}

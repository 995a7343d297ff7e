package io.timeledger.ingest.command;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.Changed;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.reply.ReplyItem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The outcome of a command that was answered 202; visible to its sender alone.
@RestController
final class CommandController {
  private final CommandOutcomes outcomes;
  private final PendingCommands pending;

  CommandController(CommandOutcomes outcomes, PendingCommands pending) {
    this.outcomes = outcomes;
    this.pending = pending;
  }

  @GetMapping("/api/v1/commands/{id}")
  ObjectNode outcome(Caller caller, @PathVariable("id") String id) {
    FieldValidator form = new FieldValidator();
    form.id("id", id);
    form.check();
    return Envelope.data(
        outcomes
            .find(caller.workspaceId(), caller.userId(), id)
            .map(reply -> decided(reply, caller))
            .orElseGet(
                () -> {
                  if (!pending.knows(caller.workspaceId(), caller.userId(), id)) {
                    throw ApiException.notFound();
                  }
                  return PendingCommands.pending(id);
                }));
  }

  private static ObjectNode decided(Reply reply, Caller caller) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("command_id", reply.commandId());
    json.put("status", reply.isAccepted() ? "accepted" : "rejected");
    json.put("decided_at", reply.decidedAt().toString());
    json.put("sequence", reply.sequence());
    ArrayNode results = json.putArray("results");
    reply.items().forEach(item -> results.add(resultOf(item, caller)));
    json.set("error", reply.problem() == null ? null : Json.MAPPER.valueToTree(reply.problem()));
    return json;
  }

  private static ObjectNode resultOf(ReplyItem item, Caller caller) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.set("status", Json.MAPPER.valueToTree(item.status()));
    json.set(
        "resource",
        item.resource() == null ? null : ReplyResources.resource(item.resource(), caller.viewer()));
    Changed changed = item.changed();
    if (changed != null) {
      json.set("changed", Json.MAPPER.valueToTree(changed));
    }
    json.set("error", item.problem() == null ? null : Json.MAPPER.valueToTree(item.problem()));
    return json;
  }
}

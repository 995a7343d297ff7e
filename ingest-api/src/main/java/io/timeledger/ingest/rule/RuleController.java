package io.timeledger.ingest.rule;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.TakesPreconditions;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.read.ResourceResponse;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.command.RuleCommand.DeleteRule;
import io.timeledger.schemas.id.RuleId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/time/rules")
final class RuleController {
  private final Commands commands;
  private final Rules rules;

  RuleController(Commands commands, Rules rules) {
    this.commands = commands;
    this.rules = rules;
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(Caller caller, @QueryParams RuleFilter filter, @QueryParams Paging paging) {
    ReadRights.require(caller, Permission.SETTINGS);
    return rules
        .list(caller.workspaceId(), filter, paging)
        .answer(ResourceType.RULE, caller.viewer());
  }

  @FromReadModels
  @GetMapping("/{id}")
  ResponseEntity<ObjectNode> find(Caller caller, @PathVariable("id") RuleId id) {
    ReadRights.require(caller, Permission.SETTINGS);
    ObjectNode rule = rules.find(caller.workspaceId(), id).orElseThrow(ApiException::notFound);
    return ResourceResponse.of(ResourceType.RULE, rule, caller.viewer());
  }

  @TakesPreconditions
  @PutMapping("/{id}")
  ResponseEntity<ObjectNode> put(
      WriteRequest call, @PathVariable("id") RuleId id, @RequestBody RuleBody body) {
    return commands.submit(call, body.toCommand(id, call.ifVersion()));
  }

  @TakesPreconditions
  @DeleteMapping("/{id}")
  ResponseEntity<ObjectNode> delete(WriteRequest call, @PathVariable("id") RuleId id) {
    return commands.submit(call, new DeleteRule(id, call.ifVersion()));
  }

  @PostMapping("/dry-run")
  ResponseEntity<ObjectNode> tryRules(WriteRequest call, @RequestBody TrialBody body) {
    return commands.run(
        call,
        body.toCommand(),
        reply -> ResponseEntity.ok(Envelope.data(RuleOutcome.of(reply, call.caller().viewer()))));
  }

  @PostMapping("/overtime/dry-run")
  ResponseEntity<ObjectNode> tryOvertime(WriteRequest call, @RequestBody OvertimeBody body) {
    return commands.run(
        call,
        body.toCommand(),
        reply ->
            ResponseEntity.ok(
                Envelope.data(RuleOutcome.ofOvertime(reply, call.caller().viewer()))));
  }
}

package io.timeledger.ingest.calendar.rule;

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
import io.timeledger.schemas.command.CalendarRuleCommand.DeleteCalendarRule;
import io.timeledger.schemas.id.CalendarRuleId;
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

/// Rules for blocks: the caller's own, and the workspace's, whose changes need `time:settings`.
@RestController
@RequestMapping("/api/v1/time/calendar/rules")
final class CalendarRuleController {
  private final Commands commands;
  private final CalendarRules rules;

  CalendarRuleController(Commands commands, CalendarRules rules) {
    this.commands = commands;
    this.rules = rules;
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(
      Caller caller, @QueryParams CalendarRuleFilter filter, @QueryParams Paging paging) {
    ReadRights.require(caller, Permission.CALENDAR);
    return rules
        .list(caller.workspaceId(), caller.userId(), filter, paging)
        .answer(ResourceType.CALENDAR_RULE, caller.viewer());
  }

  @FromReadModels
  @GetMapping("/{id}")
  ResponseEntity<ObjectNode> find(Caller caller, @PathVariable("id") CalendarRuleId id) {
    ReadRights.require(caller, Permission.CALENDAR);
    ObjectNode rule =
        rules.find(caller.workspaceId(), caller.userId(), id).orElseThrow(ApiException::notFound);
    return ResourceResponse.of(ResourceType.CALENDAR_RULE, rule, caller.viewer());
  }

  @TakesPreconditions
  @PutMapping("/{id}")
  ResponseEntity<ObjectNode> put(
      WriteRequest call,
      @PathVariable("id") CalendarRuleId id,
      @RequestBody CalendarRuleBody body) {
    return commands.submit(call, body.toCommand(id, call.caller().userId(), call.ifVersion()));
  }

  @TakesPreconditions
  @DeleteMapping("/{id}")
  ResponseEntity<ObjectNode> delete(WriteRequest call, @PathVariable("id") CalendarRuleId id) {
    return commands.submit(call, new DeleteCalendarRule(id, call.ifVersion()));
  }
}

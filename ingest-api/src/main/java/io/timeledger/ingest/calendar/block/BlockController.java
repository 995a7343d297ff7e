package io.timeledger.ingest.calendar.block;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.calendar.control.CalendarClient;
import io.timeledger.ingest.calendar.rule.CalendarRules;
import io.timeledger.ingest.calendar.rule.Proposal;
import io.timeledger.ingest.calendar.rule.RuleSet;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.ReplyResources;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.read.ResourceResponse;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.calendar.CalendarCommand.DismissBlocks;
import io.timeledger.schemas.calendar.CalendarCommand.RestoreBlock;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Permission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// The blocks of the caller's calendars. A member sees only their own, regardless of role.
@RestController
@RequestMapping("/api/v1/time/calendar/blocks")
final class BlockController {
  /// What a request without a body asks for.
  private static final Map<String, Object> NOTHING_ASKED = Map.of();

  private final Blocks blocks;
  private final CalendarRules rules;
  private final BlockWeek week;
  private final BlockConversion conversion;
  private final Commands commands;
  private final CalendarClient connector;

  BlockController(
      Blocks blocks,
      CalendarRules rules,
      BlockWeek week,
      BlockConversion conversion,
      Commands commands,
      CalendarClient connector) {
    this.blocks = blocks;
    this.rules = rules;
    this.week = week;
    this.conversion = conversion;
    this.commands = commands;
    this.connector = connector;
  }

  /// Defaults to this week. Blocks hidden by a rule are left out by default, so a page may be
  /// shorter than its limit.
  @FromReadModels
  @GetMapping
  ResponseEntity<ObjectNode> list(
      Caller caller, @QueryParams BlockFilter filter, @QueryParams Paging paging) {
    ReadRights.require(caller, Permission.CALENDAR);
    RuleSet ofCaller = rulesOf(caller);
    return ResourceResponse.list(
        blocks
            .list(
                caller.workspaceId(),
                caller.userId(),
                week.of(caller, filter),
                paging,
                block -> BlockJson.of(block, ofCaller.proposalFor(block)))
            .filter(block -> filter.wantsHidden() || !block.required("hidden").asBoolean()));
  }

  @FromReadModels
  @GetMapping("/{id}")
  ResponseEntity<ObjectNode> find(Caller caller, @PathVariable("id") BlockId id) {
    CalendarBlock block = required(caller, id);
    ObjectNode shown = shown(caller, block);
    shown
        .putArray("overlaps")
        .addAll(blocks.overlaps(caller.workspaceId(), caller.userId(), block));
    shown.put("tracked_seconds", blocks.trackedSeconds(caller.workspaceId(), id));
    return ResourceResponse.whole(shown);
  }

  @FromReadModels
  @PostMapping("/{id}/convert")
  ResponseEntity<ObjectNode> convert(
      WriteRequest call,
      @PathVariable("id") BlockId id,
      @RequestBody(required = false) @Nullable ConvertBody body) {
    call.requireWrite();
    CalendarBlock block = required(call.caller(), id);
    return conversion.one(
        call,
        block,
        rulesOf(call.caller()).proposalFor(block),
        body == null ? ConvertBody.EMPTY : body);
  }

  @FromReadModels
  @PostMapping("/convert")
  ResponseEntity<ObjectNode> convertMany(WriteRequest call, @RequestBody BlockIdsBody body) {
    Caller caller = call.caller();
    ReadRights.require(caller, Permission.CALENDAR);
    call.requireWrite();
    List<BlockId> ids = body.checkedIds();
    return conversion.many(
        call,
        body,
        ids,
        blocks.findAll(caller.workspaceId(), caller.userId(), ids),
        body.usesProposals() ? rulesOf(caller)::proposalFor : _ -> Proposal.NONE);
  }

  @FromReadModels
  @PostMapping("/{id}/dismiss")
  ObjectNode dismiss(WriteRequest call, @PathVariable("id") BlockId id) {
    required(call.caller(), id);
    connector.ask(call, new DismissBlocks(List.of(id)));
    return answer(call.caller(), id);
  }

  @FromReadModels
  @PostMapping("/dismiss")
  ObjectNode dismissMany(WriteRequest call, @RequestBody BlockIdsBody body) {
    Caller caller = call.caller();
    ReadRights.require(caller, Permission.CALENDAR);
    List<BlockId> ids = body.checkedIds();
    if (blocks.findAll(caller.workspaceId(), caller.userId(), ids).size() < ids.size()) {
      throw ApiException.notFound();
    }
    List<BlockId> changed = connector.ask(call, new DismissBlocks(ids)).changed();
    return Envelope.data(
        Json.MAPPER.createObjectNode().set("dismissed", Json.MAPPER.valueToTree(changed)));
  }

  @FromReadModels
  @PostMapping("/{id}/restore")
  ObjectNode restore(WriteRequest call, @PathVariable("id") BlockId id) {
    required(call.caller(), id);
    connector.ask(call, new RestoreBlock(id));
    return answer(call.caller(), id);
  }

  /// Applies what changed in the calendar since the conversion to the entry. A retry is recognized
  /// by its path alone: the meeting may have changed again in the meantime.
  @FromReadModels
  @PostMapping("/{id}/apply")
  ResponseEntity<ObjectNode> apply(WriteRequest call, @PathVariable("id") BlockId id) {
    call.requireWrite();
    return commands.submit(
        call,
        BlockDrift.update(required(call.caller(), id)),
        NOTHING_ASKED,
        reply -> ReplyResources.first(reply, call.caller().viewer()));
  }

  private ObjectNode answer(Caller caller, BlockId id) {
    return Envelope.data(shown(caller, required(caller, id)));
  }

  private ObjectNode shown(Caller caller, CalendarBlock block) {
    return BlockJson.of(block, rulesOf(caller).proposalFor(block));
  }

  private CalendarBlock required(Caller caller, BlockId id) {
    ReadRights.require(caller, Permission.CALENDAR);
    return blocks
        .find(caller.workspaceId(), caller.userId(), id)
        .orElseThrow(ApiException::notFound);
  }

  private RuleSet rulesOf(Caller caller) {
    return rules.of(caller.workspaceId(), caller.userId());
  }
}

package io.timeledger.ingest.calendar.block;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.calendar.rule.CalendarRules;
import io.timeledger.ingest.calendar.rule.RuleSet;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.CalendarRule;
import io.timeledger.schemas.resource.Permission;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Shows the effect of rules on the caller's pending blocks without changing anything.
@RestController
final class DryRunController {
  /// Maximum number of blocks counted and shown.
  private static final int MOST = 100;

  private final Blocks blocks;
  private final CalendarRules rules;
  private final BlockWeek week;

  DryRunController(Blocks blocks, CalendarRules rules, BlockWeek week) {
    this.blocks = blocks;
    this.rules = rules;
    this.week = week;
  }

  @FromReadModels
  @PostMapping("/api/v1/time/calendar/rules/dry-run")
  ObjectNode run(Caller caller, @RequestBody DryRunBody body) {
    ReadRights.require(caller, Permission.CALENDAR);
    BlockFilter days = week.of(caller, body.days());
    CalendarRule tried = body.tried(caller);
    RuleSet current = rules.of(caller.workspaceId(), caller.userId());
    RuleSet wanted = tried == null ? current : current.with(tried);
    Page page =
        blocks.list(
            caller.workspaceId(),
            caller.userId(),
            days,
            new Paging(null, MOST, null, null),
            block -> BlockJson.of(block, wanted.proposalFor(block)));
    ObjectNode data = Json.MAPPER.createObjectNode();
    data.put("from", String.valueOf(days.from()));
    data.put("to", String.valueOf(days.to()));
    data.put("seen", page.items().size());
    data.put("has_more", page.nextCursor() != null);
    data.set("matches", Json.MAPPER.valueToTree(matches(page)));
    data.putArray("blocks").addAll(page.items());
    return Envelope.data(data);
  }

  /// The number of blocks per rule.
  private static Map<String, Long> matches(Page page) {
    return page.items().stream()
        .map(block -> block.required("proposal").required("rule_id"))
        .filter(rule -> !rule.isNull())
        .collect(
            Collectors.groupingBy(rule -> rule.asString(), TreeMap::new, Collectors.counting()));
  }
}

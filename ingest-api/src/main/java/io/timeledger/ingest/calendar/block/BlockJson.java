package io.timeledger.ingest.calendar.block;

import io.timeledger.ingest.calendar.rule.Proposal;
import io.timeledger.schemas.json.Json;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of a block for its owner.
final class BlockJson {
  private BlockJson() {}

  static ObjectNode of(CalendarBlock block, Proposal proposal) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", block.id().value());
    json.put("calendar_id", block.calendarId().value());
    json.set("provider", Json.MAPPER.valueToTree(block.provider()));
    json.set("state", Json.MAPPER.valueToTree(block.state()));
    json.set("kind", Json.MAPPER.valueToTree(block.kind()));
    json.put("title", block.title());
    json.put("private", block.isPrivate());
    json.put("tentative", block.tentative());
    json.put("recurring", block.recurring());
    json.set("started_at", Json.MAPPER.valueToTree(block.startedAt()));
    json.set("ended_at", Json.MAPPER.valueToTree(block.endedAt()));
    json.set("start_date", Json.MAPPER.valueToTree(block.startDate()));
    json.set("end_date", Json.MAPPER.valueToTree(block.endDate()));
    json.put("timezone", block.timezone().getId());
    json.put("log_date", block.logDate().toString());
    json.put("duration_seconds", block.durationSeconds());
    json.put("convertible", block.notConvertibleBecause() == null);
    json.put("not_convertible_because", block.notConvertibleBecause());
    json.put("entry_id", block.entryId() == null ? null : block.entryId().value());
    json.put("drift", block.drift());
    json.put("hidden", proposal.hides());
    json.set("proposal", BlockDrafts.proposed(block, proposal));
    json.set("sources", block.sources());
    json.put("version", block.version());
    return json;
  }
}

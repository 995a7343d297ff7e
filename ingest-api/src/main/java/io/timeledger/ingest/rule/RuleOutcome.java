package io.timeledger.ingest.rule;

import io.timeledger.ingest.command.ReplyResources;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Overtime;
import io.timeledger.schemas.visibility.Viewer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The result of a dry run.
final class RuleOutcome {
  private RuleOutcome() {}

  static ObjectNode of(Reply reply, Viewer viewer) {
    Problem problem = reply.items().getFirst().problem();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("outcome", problem == null ? "created" : "refused");
    ArrayNode entries = json.putArray("entries");
    if (problem == null) {
      reply.items().stream()
          .map(ReplyItem::resource)
          .forEach(entry -> entries.add(ReplyResources.resource(entry, viewer)));
    }
    return json.put("code", problem == null ? null : problem.code().wireName())
        .put("message", problem == null ? null : problem.message());
  }

  static ObjectNode ofOvertime(Reply reply, Viewer viewer) {
    ObjectNode json = ReplyResources.first(reply, viewer);
    boolean alerts =
        reply.items().getFirst().resource() instanceof Overtime week
            && week.thresholdSeconds() != null
            && week.totalSeconds() > week.thresholdSeconds();
    return json.put("alerts", alerts);
  }
}

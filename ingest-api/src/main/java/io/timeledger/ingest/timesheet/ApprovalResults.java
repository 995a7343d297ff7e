package io.timeledger.ingest.timesheet;

import io.timeledger.schemas.command.ApprovalCommand.ApproveTimesheets;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.TimesheetStatus;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The result for each timesheet, in request order.
final class ApprovalResults {
  private ApprovalResults() {}

  static ArrayNode of(ApproveTimesheets command, Reply reply) {
    ArrayNode results = Json.MAPPER.createArrayNode();
    for (ReplyItem item : reply.items()) {
      ObjectNode result =
          results
              .addObject()
              .put("index", results.size() - 1)
              .put("id", command.ids().get(results.size() - 1).value());
      Problem problem = item.problem();
      if (item.resource() instanceof Timesheet sheet) {
        boolean done = sheet.status() == TimesheetStatus.APPROVED;
        result
            .put("status", done ? "approved" : "level_approved")
            .put("version", sheet.version())
            .putNull("code")
            .putNull("message");
      } else {
        result
            .put("status", "refused")
            .putNull("version")
            .put("code", problem == null ? null : problem.code().wireName())
            .put("message", problem == null ? null : problem.message());
      }
    }
    return results;
  }
}

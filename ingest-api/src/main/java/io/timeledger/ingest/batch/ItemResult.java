package io.timeledger.ingest.batch;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.Changed;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Resource;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// The result of one item.
///
/// @param status as in the response: `created`, `updated`, `deleted`, `unchanged`, `exists`,
///     `failed` or, when it was sent and not decided in time, `pending`
public record ItemResult(String status, ObjectNode json) {
  static final String FAILED = "failed";
  static final String PENDING = "pending";

  public static ItemResult of(int index, ReplyItem item) {
    Problem problem = item.problem();
    Resource resource = item.resource();
    Changed changed =
        item.changed() == null && resource != null
            ? new Changed(resource.subject(), resource.version(), List.of())
            : item.changed();
    if (problem != null || changed == null) {
      return failed(
          index,
          problem == null
              ? Problem.of(ErrorCode.INTERNAL_ERROR, "The item has no answer.")
              : problem);
    }
    ItemResult result = result(index, item.status().name().toLowerCase(Locale.ROOT));
    result.json.put("id", changed.id()).put("version", changed.version());
    if (!changed.pieces().isEmpty()) {
      result.json.set("pieces", Json.MAPPER.valueToTree(changed.pieces()));
    }
    return result;
  }

  public static ItemResult failed(int index, Problem problem) {
    ItemResult result = result(index, FAILED);
    result.json.put("code", problem.code().wireName()).put("message", problem.message());
    if (!problem.details().isEmpty()) {
      result.json.set("details", Json.MAPPER.valueToTree(problem.details()));
    }
    return result;
  }

  /// @param commandId for polling the outcome
  static ItemResult pending(int index, String commandId) {
    ItemResult result = result(index, PENDING);
    result.json.put("command_id", commandId);
    return result;
  }

  private static ItemResult result(int index, String status) {
    return new ItemResult(
        status, Json.MAPPER.createObjectNode().put("index", index).put("status", status));
  }
}

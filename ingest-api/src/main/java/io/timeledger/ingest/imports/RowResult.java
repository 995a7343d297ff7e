package io.timeledger.ingest.imports;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What became of a row.
///
/// @param id of the entry; null unless there is one
/// @param commandId under which to ask again; null unless pending
record RowResult(
    long row,
    Status status,
    @Nullable String id,
    @Nullable String code,
    @Nullable String message,
    @Nullable String commandId) {

  enum Status {
    CREATED,
    EXISTS,
    /// Nothing of it is time.
    SKIPPED,
    FAILED,
    /// Sent, and not decided in time: it will be.
    PENDING
  }

  static RowResult failed(long row, String code, String message) {
    return new RowResult(row, Status.FAILED, null, code, message, null);
  }

  static RowResult pending(long row, String commandId) {
    return new RowResult(row, Status.PENDING, null, null, null, commandId);
  }

  static RowResult of(long row, ReplyItem item) {
    Problem problem = item.problem();
    Resource resource = item.resource();
    if (problem != null || resource == null) {
      return problem == null
          ? failed(row, "internal_error", "The row has no answer.")
          : failed(row, problem.code().wireName(), problem.message());
    }
    Status status = item.status() == ReplyItem.Status.EXISTS ? Status.EXISTS : Status.CREATED;
    return new RowResult(row, status, resource.subject(), null, null, null);
  }

  ObjectNode json() {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("row", row);
    json.set("status", Json.MAPPER.valueToTree(status));
    putUnlessNull(json, "id", id);
    putUnlessNull(json, "code", code);
    putUnlessNull(json, "message", message);
    putUnlessNull(json, "command_id", commandId);
    return json;
  }

  private static void putUnlessNull(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}

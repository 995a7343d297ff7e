package io.timeledger.ingest.imports;

import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ImportedRow;
import io.timeledger.schemas.reply.NamedRecord;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Resource;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What became of a row.
///
/// @param id of the entry; null unless there is one
/// @param commandId under which to ask again; null unless pending
/// @param imported null unless the row was decided now, and not refused
record RowResult(
    long row,
    Status status,
    @Nullable String id,
    @Nullable String code,
    @Nullable String message,
    @Nullable String commandId,
    @Nullable ImportedRow imported) {

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
    return new RowResult(row, Status.FAILED, null, code, message, null, null);
  }

  static RowResult skipped(long row, String code, String message) {
    return new RowResult(row, Status.SKIPPED, null, code, message, null, null);
  }

  static RowResult pending(long row, String commandId) {
    return new RowResult(row, Status.PENDING, null, null, null, commandId, null);
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
    return new RowResult(row, status, resource.subject(), null, null, null, item.imported());
  }

  /// Without the id of an entry that there will not be.
  RowResult previewed() {
    return status == Status.CREATED
        ? new RowResult(row, status, null, code, message, commandId, imported)
        : this;
  }

  /// @param isNew whether a record that was created is the row's own, and not made for a row before
  ObjectNode json(Predicate<NamedRecord> isNew) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("row", row);
    json.set("status", Json.MAPPER.valueToTree(status));
    putUnlessNull(json, "id", id);
    putUnlessNull(json, "code", code);
    putUnlessNull(json, "message", message);
    putUnlessNull(json, "command_id", commandId);
    if (imported != null) {
      put(json, imported, isNew);
    }
    return json;
  }

  private static void put(ObjectNode json, ImportedRow imported, Predicate<NamedRecord> isNew) {
    for (NamedRecord named : imported.records()) {
      json.putObject(named.type().wireName())
          .put("id", named.id())
          .put("status", isNew.test(named) ? "created" : "matched");
    }
    if (!imported.sameTimes().isEmpty()) {
      ArrayNode warnings = json.putArray("warnings");
      for (EntryId other : imported.sameTimes()) {
        warnings
            .addObject()
            .put("code", "same_times")
            .put("message", "The member has another entry of the same times.")
            .put("id", other.value());
      }
    }
    if (!imported.deleted().isEmpty()) {
      ArrayNode deleted = json.putArray("deleted");
      imported.deleted().forEach(entry -> deleted.add(entry.value()));
    }
  }

  private static void putUnlessNull(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}

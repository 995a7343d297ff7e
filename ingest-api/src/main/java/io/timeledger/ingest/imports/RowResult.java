package io.timeledger.ingest.imports;

import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ImportedRow;
import io.timeledger.schemas.reply.NamedRecord;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.ResourceType;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The result of a row.
///
/// @param id of the entry; null unless there is one
/// @param commandId for polling; null unless pending
/// @param imported null unless the row was decided now, and not refused
/// @param names of directory records in the row
record RowResult(
    long row,
    Status status,
    @Nullable String id,
    @Nullable String code,
    @Nullable String message,
    @Nullable String commandId,
    @Nullable ImportedRow imported,
    Map<ResourceType, String> names) {

  enum Status {
    CREATED,
    EXISTS,
    /// The row contains no time.
    SKIPPED,
    FAILED,
    /// Sent but not decided in time: it will be.
    PENDING
  }

  static RowResult failed(long row, String code, String message) {
    return new RowResult(row, Status.FAILED, null, code, message, null, null, Map.of());
  }

  static RowResult skipped(long row, String code, String message) {
    return new RowResult(row, Status.SKIPPED, null, code, message, null, null, Map.of());
  }

  static RowResult pending(long row, String commandId) {
    return new RowResult(row, Status.PENDING, null, null, null, commandId, null, Map.of());
  }

  static RowResult of(long row, ImportRow read, ReplyItem item) {
    Problem problem = item.problem();
    Resource resource = item.resource();
    if (problem != null || resource == null) {
      return problem == null
          ? failed(row, "internal_error", "The row has no answer.")
          : failed(row, problem.code().wireName(), problem.message());
    }
    Status status = item.status() == ReplyItem.Status.EXISTS ? Status.EXISTS : Status.CREATED;
    return new RowResult(
        row, status, resource.subject(), null, null, null, item.imported(), names(read));
  }

  private static Map<ResourceType, String> names(ImportRow read) {
    Map<ResourceType, String> names = new EnumMap<>(ResourceType.class);
    putUnlessNull(names, ResourceType.MEMBER, read.memberName());
    putUnlessNull(names, ResourceType.CLIENT, read.clientName());
    putUnlessNull(names, ResourceType.PROJECT, read.projectName());
    putUnlessNull(names, ResourceType.TASK, read.taskName());
    return names;
  }

  private static <K> void putUnlessNull(Map<K, String> names, K key, @Nullable String name) {
    if (name != null) {
      names.put(key, name);
    }
  }

  /// @param isNew whether the row itself created a record, not an earlier row
  /// @param previewed rows by the ids of previewed entries, which will not exist; these ids are
  ///     left out
  ObjectNode json(Predicate<NamedRecord> isNew, Map<String, Long> previewed) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("row", row);
    json.set("status", Json.MAPPER.valueToTree(status));
    putUnlessNull(json, "id", id == null || previewed.containsKey(id) ? null : id);
    putUnlessNull(json, "code", code);
    putUnlessNull(json, "message", message);
    putUnlessNull(json, "command_id", commandId);
    if (imported != null) {
      put(json, imported, isNew, previewed);
    }
    return json;
  }

  private void put(
      ObjectNode json,
      ImportedRow imported,
      Predicate<NamedRecord> isNew,
      Map<String, Long> previewed) {
    for (NamedRecord named : imported.records()) {
      ObjectNode told = json.putObject(named.type().wireName()).put("id", named.id());
      putUnlessNull(told, "name", names.get(named.type()));
      told.put("status", isNew.test(named) ? "created" : "matched");
    }
    if (!imported.sameTimes().isEmpty()) {
      ArrayNode warnings = json.putArray("warnings");
      imported.sameTimes().forEach(other -> warnings.add(warning(other, previewed)));
    }
    if (!imported.deleted().isEmpty()) {
      ArrayNode deleted = json.putArray("deleted");
      imported.deleted().forEach(entry -> deleted.add(entry.value()));
    }
  }

  private static ObjectNode warning(EntryId other, Map<String, Long> previewed) {
    ObjectNode warning = Json.MAPPER.createObjectNode().put("code", "same_times");
    Long row = previewed.get(other.value());
    return row == null
        ? warning
            .put("message", "The member has another entry of the same times.")
            .put("id", other.value())
        : warning.put("message", "Row %d of the file has the same times.".formatted(row));
  }

  private static void putUnlessNull(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}

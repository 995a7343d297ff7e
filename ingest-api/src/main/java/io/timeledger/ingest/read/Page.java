package io.timeledger.ingest.read;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.visibility.Redactor;
import io.timeledger.schemas.visibility.Viewer;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A part of a list.
///
/// @param nextCursor null at the end
/// @param total of the whole list; null unless paged by number
public record Page(
    List<ObjectNode> items,
    @Nullable String nextCursor,
    int limit,
    @Nullable Integer page,
    @Nullable Long total) {

  /// The whole of a list without paging.
  public static Page whole(List<ObjectNode> items) {
    return new Page(items, null, Math.max(items.size(), 1), null, null);
  }

  /// The field `id` of each item.
  public List<String> ids() {
    return items.stream().map(item -> item.required("id").asString()).toList();
  }

  /// The same page with mapped items.
  public Page map(UnaryOperator<ObjectNode> mapping) {
    return new Page(items.stream().map(mapping).toList(), nextCursor, limit, page, total);
  }

  /// The page without the items that do not pass; the cursor stays.
  public Page filter(Predicate<ObjectNode> passes) {
    return new Page(items.stream().filter(passes).toList(), nextCursor, limit, page, total);
  }

  /// The response, with resources redacted for the viewer.
  public ObjectNode answer(ResourceType type, Viewer viewer) {
    items.forEach(item -> Redactor.redact(type, item, viewer));
    return answer();
  }

  public ObjectNode answer() {
    ArrayNode data = Json.MAPPER.createArrayNode();
    data.addAll(items);
    ObjectNode pagination = Json.MAPPER.createObjectNode();
    pagination.put("next_cursor", nextCursor);
    pagination.put("has_more", nextCursor != null);
    pagination.put("limit", limit);
    if (page != null) {
      pagination.put("page", page);
    }
    if (total != null) {
      pagination.put("total", total);
    }
    ObjectNode envelope = Json.MAPPER.createObjectNode();
    envelope.set("data", data);
    envelope.set("pagination", pagination);
    return envelope;
  }
}

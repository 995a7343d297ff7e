package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.UnreadableItemException;
import io.timeledger.calendar.provider.rest.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An item of a delta response, by what is known of it.
sealed interface DeltaItem {
  /// Deleted, or outside the window: the response does not tell which.
  record Removed(String ref) implements DeltaItem {}

  /// A series. Its own times are those of its first instance.
  record Series(String ref, JsonNode json) implements DeltaItem {}

  /// An instance with its times only.
  record Stub(String ref, String seriesRef, JsonNode json) implements DeltaItem {}

  /// An event with all properties.
  record Complete(String ref, @Nullable String seriesRef, JsonNode json) implements DeltaItem {}

  /// An event that lacks properties which no other item has.
  record Incomplete(String ref) implements DeltaItem {}

  String ref();

  /// @throws UnreadableItemException if the item cannot be read
  static DeltaItem of(JsonNode item) {
    String ref = JsonFields.id(item, "id");
    if (item.has("@removed")) {
      return new Removed(ref);
    }
    String type = JsonFields.text(item, "type");
    String series = JsonFields.idOrNull(item, "seriesMasterId");
    // A complete event without a title has the field, too.
    boolean complete = item.has("subject");
    if ("seriesMaster".equals(type)) {
      return complete ? new Series(ref, item) : new Incomplete(ref);
    }
    if (complete) {
      return new Complete(ref, series, item);
    }
    return series == null || "exception".equals(type)
        ? new Incomplete(ref)
        : new Stub(ref, series, item);
  }
}

package io.timeledger.local.importing;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of the import's response.
sealed interface ImportedRowResult {

  /// @param created directory records created by the row, as in `project "Site"`
  /// @param sameTimes other entries of the same times
  /// @param deleted entries that the file no longer has
  record Row(
      int row,
      String status,
      String code,
      String message,
      List<String> created,
      List<String> sameTimes,
      List<String> deleted)
      implements ImportedRowResult {
    /// Whether the user must see the reason.
    boolean isLeftOut() {
      return status.equals("failed") || status.equals("skipped");
    }
  }

  /// @param skipped rows without time
  /// @param pending rows that are on the log but were not decided in time
  /// @param deleted entries that the file no longer has
  /// @param ofCaller rows assigned to the caller because the file names no member
  /// @param unread headers of ignored columns
  record Summary(
      int rows,
      int created,
      int existing,
      int skipped,
      int failed,
      int pending,
      int deleted,
      int ofCaller,
      List<String> unread)
      implements ImportedRowResult {
    boolean everyRowIsIn() {
      return created + existing + skipped == rows;
    }
  }

  static ImportedRowResult parse(String line) {
    JsonNode json = JsonMapper.shared().readTree(line);
    JsonNode summary = json.path("summary");
    if (summary.isObject()) {
      return new Summary(
          number(summary, "rows"),
          number(summary, "created"),
          number(summary, "existing"),
          number(summary, "skipped"),
          number(summary, "failed"),
          number(summary, "pending"),
          number(summary, "deleted"),
          number(summary, "rows_of_caller"),
          summary.path("unread_columns").valueStream().map(JsonNode::asString).toList());
    }
    return new Row(
        number(json, "row"),
        json.path("status").asString(""),
        json.path("code").asString(""),
        json.path("message").asString(""),
        Stream.of("member", "client", "project", "task")
            .filter(type -> json.at("/" + type + "/status").asString("").equals("created"))
            .map(type -> record(type, json.path(type)))
            .toList(),
        json.path("warnings")
            .valueStream()
            .map(warning -> warning.path("id").asString(""))
            .toList(),
        json.path("deleted").valueStream().map(JsonNode::asString).toList());
  }

  private static String record(String type, JsonNode json) {
    String name = json.path("name").asString("");
    return name.isEmpty()
        ? type + " " + json.path("id").asString("")
        : "%s \"%s\"".formatted(type, name);
  }

  private static int number(JsonNode json, String name) {
    return json.path(name).asInt(0);
  }
}

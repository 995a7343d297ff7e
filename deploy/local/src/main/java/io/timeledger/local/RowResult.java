package io.timeledger.local;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of the platform's answer to an import.
sealed interface RowResult {

  record Row(int row, String status, String code, String message) implements RowResult {
    boolean failed() {
      return status.equals("failed");
    }
  }

  /// @param pending rows that are on the log and will be decided, but were not in time
  record Summary(int rows, int created, int existing, int failed, int pending)
      implements RowResult {
    boolean everyRowIsIn() {
      return created + existing == rows;
    }
  }

  static RowResult parse(String line) {
    var json = JsonMapper.shared().readTree(line);
    var summary = json.path("summary");
    if (summary.isObject()) {
      return new Summary(
          number(summary, "rows"),
          number(summary, "created"),
          number(summary, "existing"),
          number(summary, "failed"),
          number(summary, "pending"));
    }
    return new Row(
        number(json, "row"),
        json.path("status").asString(""),
        json.path("code").asString(""),
        json.path("message").asString(""));
  }

  private static int number(JsonNode json, String name) {
    return json.path(name).asInt(0);
  }
}

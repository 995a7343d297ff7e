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

  record Summary(int rows, int created, int existing, int failed) implements RowResult {}

  static RowResult parse(String line) {
    var json = JsonMapper.shared().readTree(line);
    var summary = json.path("summary");
    if (summary.isObject()) {
      return new Summary(
          number(summary, "rows"),
          number(summary, "created"),
          number(summary, "existing"),
          number(summary, "failed"));
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

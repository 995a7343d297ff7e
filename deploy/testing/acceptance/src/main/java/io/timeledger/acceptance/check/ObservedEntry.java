package io.timeledger.acceptance.check;

import tools.jackson.databind.JsonNode;

/// An entry at some version. Absent text is empty.
record ObservedEntry(
    String id,
    String workspace,
    String member,
    String project,
    String description,
    String externalId,
    String day,
    String status,
    long seconds,
    long version,
    boolean deleted) {

  static ObservedEntry of(JsonNode data) {
    return new ObservedEntry(
        text(data, "id"),
        text(data, "workspace_id"),
        text(data, "user_id"),
        text(data, "project_id"),
        text(data, "description"),
        text(data, "external_id"),
        text(data, "log_date"),
        text(data, "status"),
        data.path("rounded_seconds").asLong(0),
        data.path("version").asLong(0),
        !text(data, "deleted_at").isEmpty());
  }

  boolean isRunning() {
    return status.equals("running");
  }

  /// Whether it counts in totals.
  boolean counts() {
    return !deleted && !isRunning();
  }

  private static String text(JsonNode data, String field) {
    return data.path(field).asString("");
  }
}

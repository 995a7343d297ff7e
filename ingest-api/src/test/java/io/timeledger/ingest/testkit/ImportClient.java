package io.timeledger.ingest.testkit;

import io.timeledger.schemas.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Imports files as a client does, and reads the lines of the answer.
public record ImportClient(ApiClient client) {
  public static final String TOGGL_HEADER =
      "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End"
          + " time,Duration,Tags\n";

  /// A row below [#TOGGL_HEADER].
  public static String row(String day, String start, String end) {
    return "Ann,ann@x.example,,,,Work,No,%s,%s,%s,%s,,\n".formatted(day, start, day, end);
  }

  /// @param options further parameters, each with its `&`
  public Answer send(String format, String csv, String options) {
    return client.send(
        "POST",
        "/api/v1/imports?format=" + format + options,
        csv,
        "Content-Type",
        "text/csv; charset=utf-8");
  }

  /// As [#send], expecting an answer with lines.
  public List<JsonNode> run(String format, String csv, String options) {
    return lines(send(format, csv, options));
  }

  public static List<JsonNode> lines(Answer answer) {
    return answer.requireStatus(200).body().lines().map(Json.MAPPER::readTree).toList();
  }

  /// The counts as `rows/created/existing/failed`.
  public static String summary(List<JsonNode> lines) {
    JsonNode summary = lines.getLast().required("summary");
    return "%s/%s/%s/%s"
        .formatted(
            summary.required("rows"),
            summary.required("created"),
            summary.required("existing"),
            summary.required("failed"));
  }
}

package io.timeledger.ingest.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One line of JSON per row, in the order of the file, and one at the end with the counts and with
/// how the file was read. What is known is sent on at once.
final class ImportAnswer {
  private final OutputStream out;
  private final Survey survey;
  private final @Nullable ZoneId timezone;
  private final Map<RowResult.Status, Long> counts = new EnumMap<>(RowResult.Status.class);

  /// @param timezone null means that of each row's member
  ImportAnswer(OutputStream out, Survey survey, @Nullable ZoneId timezone) {
    this.out = out;
    this.survey = survey;
    this.timezone = timezone;
  }

  void write(List<RowResult> results) throws IOException {
    for (RowResult result : results) {
      counts.merge(result.status(), 1L, Long::sum);
      write(result.json());
    }
    out.flush();
  }

  void end() throws IOException {
    ObjectNode summary = Json.MAPPER.createObjectNode();
    summary.put("rows", counts.values().stream().mapToLong(Long::longValue).sum());
    summary.put("created", count(RowResult.Status.CREATED));
    summary.put("existing", count(RowResult.Status.EXISTS));
    summary.put("skipped", count(RowResult.Status.SKIPPED));
    summary.put("failed", count(RowResult.Status.FAILED));
    summary.put("pending", count(RowResult.Status.PENDING));
    summary.put("rows_of_caller", survey.owner() == RowOwner.CALLER ? survey.rows() : 0);
    summary.set("columns", Json.MAPPER.valueToTree(survey.columns().read()));
    summary.set("unread_columns", Json.MAPPER.valueToTree(survey.columns().unread()));
    summary.put("separator", String.valueOf(survey.dialect().separator()));
    summary.put("date_order", survey.dateOrder().wireName());
    summary.put("timezone", timezone == null ? null : timezone.getId());
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.set("summary", summary);
    write(line);
    out.flush();
  }

  private long count(RowResult.Status status) {
    return counts.getOrDefault(status, 0L);
  }

  private void write(JsonNode json) throws IOException {
    out.write((json + "\n").getBytes(UTF_8));
  }
}

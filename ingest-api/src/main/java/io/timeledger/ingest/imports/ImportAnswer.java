package io.timeledger.ingest.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One line of JSON per row, in the order of the file, and one with the counts at the end. What is
/// known is sent on at once.
final class ImportAnswer {
  private final OutputStream out;
  private final Map<RowResult.Status, Long> counts = new EnumMap<>(RowResult.Status.class);

  ImportAnswer(OutputStream out) {
    this.out = out;
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
    summary.put("failed", count(RowResult.Status.FAILED));
    summary.put("pending", count(RowResult.Status.PENDING));
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

package io.timeledger.ingest.batch;

import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One result per item, in item order, and the number of items per status.
public final class BatchAnswer {
  private BatchAnswer() {}

  /// @param sequence of the workspace after all items; 0 when nothing was decided
  public static ResponseEntity<ObjectNode> of(List<ItemResult> results, long sequence) {
    Map<String, Long> counts =
        results.stream()
            .map(ItemResult::status)
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    ObjectNode summary = Json.MAPPER.createObjectNode();
    counts.forEach(summary::put);
    ArrayNode items = Json.MAPPER.createArrayNode();
    results.forEach(result -> items.add(result.json()));
    ObjectNode data = Json.MAPPER.createObjectNode();
    data.set("results", items);
    data.set("summary", summary);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (sequence > 0) {
      answer.header("X-Consistency-Token", Long.toString(sequence));
    }
    return answer.body(Envelope.data(data));
  }
}

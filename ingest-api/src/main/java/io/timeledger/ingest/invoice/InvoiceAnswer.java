package io.timeledger.ingest.invoice;

import io.timeledger.ingest.invoice.InvoiceWork.Done;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Invoice;
import io.timeledger.schemas.resource.InvoiceLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The invoice and its lines after the change, and the number of entries moved.
final class InvoiceAnswer {
  private InvoiceAnswer() {}

  static ResponseEntity<ObjectNode> of(Done done) {
    Map<String, InvoiceLine> lines = new LinkedHashMap<>();
    Invoice invoice = null;
    long moved = 0;
    for (Reply reply : done.replies()) {
      for (ReplyItem item : reply.items()) {
        switch (item.resource()) {
          case Invoice latest -> invoice = latest;
          case InvoiceLine line -> lines.put(line.id().value(), line);
          case null, default -> {
            // The invoice does not exist yet.
          }
        }
        moved += item.changed() == null ? 0 : item.changed().pieces().size();
      }
    }
    ObjectNode data = answer(moved, done.planned() - moved, lines.values());
    data.set("invoice", invoice == null ? null : Json.MAPPER.valueToTree(invoice));
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (!done.replies().isEmpty()) {
      answer.header("X-Consistency-Token", Long.toString(done.replies().getLast().sequence()));
    }
    return answer.body(Envelope.data(data));
  }

  static ObjectNode preview(List<ObjectNode> lines) {
    long entries = lines.stream().mapToLong(line -> line.required("entries").asLong()).sum();
    return Envelope.data(answer(entries, 0, lines).putNull("invoice").put("preview", true));
  }

  private static ObjectNode answer(long entries, long skipped, Iterable<?> lines) {
    ObjectNode data = Json.MAPPER.createObjectNode();
    data.put("preview", false);
    data.put("entries", entries);
    data.put("skipped", skipped);
    ArrayNode array = data.putArray("lines");
    lines.forEach(line -> array.add(Json.MAPPER.<ObjectNode>valueToTree(line)));
    return data;
  }
}

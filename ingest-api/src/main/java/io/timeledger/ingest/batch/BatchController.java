package io.timeledger.ingest.batch;

import static io.timeledger.schemas.reply.ErrorCode.PAYLOAD_TOO_LARGE;

import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.limits.BulkLimit;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.json.FieldValidator;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Creates, edits and deletes up to 1,000 entries, in item order. Each item is decided separately,
/// unless the batch is atomic: then all or none.
@RestController
final class BatchController {
  private static final int MAX_ITEMS = 1_000;
  private final Batches batches;
  private final AtomicBatches atomicBatches;
  private final BulkLimit limit;

  BatchController(Batches batches, AtomicBatches atomicBatches, BulkLimit limit) {
    this.batches = batches;
    this.atomicBatches = atomicBatches;
    this.limit = limit;
  }

  @PostMapping("/api/v1/time-entries/batch")
  ResponseEntity<ObjectNode> run(
      WriteRequest call, @RequestBody BatchBody body, HttpServletResponse response) {
    call.requireWrite();
    List<JsonNode> items = itemsOf(body);
    limit.take(call.caller(), items.size(), response);
    List<Item> read =
        IntStream.range(0, items.size()).mapToObj(i -> Item.of(i, items.get(i))).toList();
    return Boolean.TRUE.equals(body.atomic())
        ? atomicBatches.run(call, read)
        : batches.run(call, read);
  }

  private static List<JsonNode> itemsOf(BatchBody body) {
    FieldValidator form = new FieldValidator();
    List<JsonNode> items = form.required("items", body.items(), List.of());
    if (body.items() != null && items.isEmpty()) {
      form.fail("items", "required", "At least one item is needed.");
    }
    form.check();
    if (items.size() > MAX_ITEMS) {
      throw ApiException.of(
          PAYLOAD_TOO_LARGE, "items", "A batch has at most %d items.".formatted(MAX_ITEMS));
    }
    return items;
  }
}

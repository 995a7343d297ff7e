package io.timeledger.ingest.batch;

import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.command.BatchItem;
import io.timeledger.schemas.command.EntryCommand.BatchEntries;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/// All-or-nothing batches: one command each.
final class AtomicBatches {
  private static final int MAX_BYTES = 900 * 1024;
  private final Commands commands;

  AtomicBatches(Commands commands) {
    this.commands = commands;
  }

  /// @throws ApiException `batch_refused`, naming every bad item, or `payload_too_large`
  ResponseEntity<ObjectNode> run(WriteRequest call, List<Item> items) {
    BatchEntries command = new BatchEntries(good(items), true);
    if (Json.MAPPER.writeValueAsBytes(command).length > MAX_BYTES) {
      throw ApiException.of(
          ErrorCode.PAYLOAD_TOO_LARGE,
          "An atomic batch has at most %d bytes.".formatted(MAX_BYTES));
    }
    return commands.run(call, command, reply -> answer(items, reply));
  }

  private static List<BatchItem> good(List<Item> items) {
    List<BatchItem> good = new ArrayList<>(items.size());
    List<Problem.Detail> faults = new ArrayList<>();
    for (Item item : items) {
      switch (item) {
        case Item.Valid(BatchItem one) -> good.add(one);
        case Item.Invalid(int index, Problem problem) ->
            faults.addAll(problem.within("items[%d]".formatted(index)));
      }
    }
    if (!faults.isEmpty()) {
      throw new ApiException(
          new Problem(ErrorCode.BATCH_REFUSED, ErrorCode.BATCH_REFUSED.meaning(), faults));
    }
    return good;
  }

  private static ResponseEntity<ObjectNode> answer(List<Item> items, Reply reply) {
    List<ItemResult> results =
        IntStream.range(0, items.size())
            .mapToObj(i -> ItemResult.of(items.get(i).index(), reply.items().get(i)))
            .toList();
    return BatchAnswer.of(results, reply.sequence());
  }
}

package io.timeledger.ingest.batch;

import static java.util.Objects.requireNonNull;

import io.timeledger.ingest.command.CommandResult;
import io.timeledger.ingest.command.CommandSequence;
import io.timeledger.ingest.command.CommandSequence.Decided;
import io.timeledger.ingest.command.CommandSequence.Part;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.command.BatchItem;
import io.timeledger.schemas.command.EntryCommand.BatchEntries;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/// Non-atomic batches, split into commands of at most 100 items.
final class Batches {
  private static final int ITEMS_PER_COMMAND = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final CommandSequence parts;

  Batches(CommandSequence parts) {
    this.parts = parts;
  }

  /// The items of one command, in request order.
  private record Chunk(int number, List<Item> items) {
    List<BatchItem> good() {
      return items.stream()
          .filter(Item.Valid.class::isInstance)
          .map(item -> ((Item.Valid) item).item())
          .toList();
    }
  }

  /// @throws ApiException when none of it could be decided, with the reason
  ResponseEntity<ObjectNode> run(WriteRequest call, List<Item> items) {
    List<Chunk> chunks = chunks(items);
    List<Chunk> sent = chunks.stream().filter(chunk -> !chunk.good().isEmpty()).toList();
    List<Decided> decided = sent.isEmpty() ? List.of() : decide(call, sent);
    requireAny(decided);
    List<ItemResult> results = new ArrayList<>(items.size());
    int next = 0;
    for (Chunk chunk : chunks) {
      results.addAll(
          chunk.good().isEmpty() ? results(chunk, null) : results(chunk, decided.get(next++)));
    }
    return BatchAnswer.of(results, sequence(decided));
  }

  private static List<Chunk> chunks(List<Item> items) {
    return IntStream.rangeClosed(0, (items.size() - 1) / ITEMS_PER_COMMAND)
        .mapToObj(
            number ->
                new Chunk(
                    number,
                    items.subList(
                        number * ITEMS_PER_COMMAND,
                        Math.min(items.size(), (number + 1) * ITEMS_PER_COMMAND))))
        .toList();
  }

  private List<Decided> decide(WriteRequest call, List<Chunk> chunks) {
    List<Part> commands =
        chunks.stream()
            .map(chunk -> new Part(chunk.number(), new BatchEntries(chunk.good(), false)))
            .toList();
    String asked = Json.MAPPER.writeValueAsString(commands.stream().map(Part::command).toList());
    return parts.decide(call, asked, commands, PATIENCE);
  }

  private static void requireAny(List<Decided> decided) {
    if (!decided.isEmpty()
        && decided.stream().allMatch(part -> problem(part.outcome()).isPresent())) {
      throw new ApiException(problem(decided.getFirst().outcome()).orElseThrow());
    }
  }

  /// Why no item of a part was decided.
  private static Optional<Problem> problem(CommandResult<Reply> outcome) {
    return switch (outcome) {
      case CommandResult.Decided<Reply>(Reply reply) -> Optional.ofNullable(reply.problem());
      case CommandResult.Pending<Reply>() -> Optional.empty();
      case CommandResult.Unavailable<Reply>() -> Optional.of(problem(ErrorCode.LOG_UNAVAILABLE));
      case CommandResult.TooLarge<Reply>() -> Optional.of(problem(ErrorCode.PAYLOAD_TOO_LARGE));
    };
  }

  private static Problem problem(ErrorCode code) {
    return Problem.of(code, code.meaning());
  }

  private static List<ItemResult> results(Chunk chunk, @Nullable Decided decided) {
    List<ItemResult> results = new ArrayList<>(chunk.items().size());
    int next = 0;
    for (Item item : chunk.items()) {
      results.add(
          switch (item) {
            case Item.Invalid(int index, Problem problem) -> ItemResult.failed(index, problem);
            case Item.Valid good -> result(good, next++, requireNonNull(decided, "not sent"));
          });
    }
    return results;
  }

  /// @param place among the valid items of its chunk
  private static ItemResult result(Item.Valid good, int place, Decided decided) {
    Optional<Problem> problem = problem(decided.outcome());
    if (problem.isPresent()) {
      return ItemResult.failed(good.index(), problem.get());
    }
    return decided.outcome() instanceof CommandResult.Decided<Reply>(Reply reply)
        ? ItemResult.of(good.index(), reply.items().get(place))
        : ItemResult.pending(good.index(), decided.commandId());
  }

  static long sequence(List<Decided> decided) {
    return decided.stream()
        .mapToLong(
            part ->
                part.outcome() instanceof CommandResult.Decided<Reply>(Reply reply)
                    ? reply.sequence()
                    : 0)
        .max()
        .orElse(0);
  }
}

package io.timeledger.ingest.calendar.block;

import io.timeledger.ingest.batch.BatchAnswer;
import io.timeledger.ingest.batch.ItemResult;
import io.timeledger.ingest.calendar.rule.Proposal;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.ReplyResources;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.command.BlockDraft;
import io.timeledger.schemas.command.EntryCommand.ConvertBlocks;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/// Converts blocks to entries of their owner. The ledger creates at most one entry per block, even
/// if requests are repeated or concurrent.
final class BlockConversion {
  private final Commands commands;

  BlockConversion(Commands commands) {
    this.commands = commands;
  }

  /// Answers 201 with the entry, or 200 if the block already has one. A retry is recognized by its
  /// body alone: the meeting may have changed in the meantime.
  ResponseEntity<ObjectNode> one(
      WriteRequest call, CalendarBlock block, Proposal proposal, ConvertBody body) {
    BlockDraft draft =
        new BlockDraft(0, block.id(), body.toDraft(block, BlockDrafts.draft(block, proposal)));
    return commands.submit(
        call,
        new ConvertBlocks(List.of(draft)),
        body,
        reply -> ReplyResources.first(reply, call.caller().viewer()));
  }

  /// Each block is decided separately. A retry is recognized by its body alone, as for one block.
  ///
  /// @param found the caller's blocks among the ids
  ResponseEntity<ObjectNode> many(
      WriteRequest call,
      BlockIdsBody body,
      List<BlockId> ids,
      List<CalendarBlock> found,
      Function<CalendarBlock, Proposal> proposals) {
    Map<BlockId, CalendarBlock> known =
        found.stream().collect(Collectors.toMap(CalendarBlock::id, Function.identity()));
    Map<Integer, ItemResult> results = new TreeMap<>();
    List<BlockDraft> drafts = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      try {
        drafts.add(draft(i, known.get(ids.get(i)), proposals));
      } catch (ApiException e) {
        results.put(i, ItemResult.failed(i, e.problem()));
      }
    }
    if (drafts.isEmpty()) {
      return BatchAnswer.of(List.copyOf(results.values()), 0);
    }
    return commands.run(
        call,
        new ConvertBlocks(drafts),
        body,
        reply -> BatchAnswer.of(merged(results, drafts, reply), reply.sequence()));
  }

  private static BlockDraft draft(
      int index, @Nullable CalendarBlock block, Function<CalendarBlock, Proposal> proposals) {
    if (block == null) {
      throw new ApiException(Problem.of(ErrorCode.NOT_FOUND, ErrorCode.NOT_FOUND.meaning()));
    }
    return new BlockDraft(
        index,
        block.id(),
        ConvertBody.EMPTY.toDraft(block, BlockDrafts.draft(block, proposals.apply(block))));
  }

  private static List<ItemResult> merged(
      Map<Integer, ItemResult> failed, List<BlockDraft> sent, Reply reply) {
    Map<Integer, ItemResult> results = new TreeMap<>(failed);
    for (int i = 0; i < sent.size(); i++) {
      int index = sent.get(i).index();
      results.put(index, ItemResult.of(index, reply.items().get(i)));
    }
    return List.copyOf(results.values());
  }
}

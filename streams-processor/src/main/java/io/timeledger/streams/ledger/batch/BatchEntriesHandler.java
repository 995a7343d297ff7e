package io.timeledger.streams.ledger.batch;

import io.timeledger.schemas.command.BatchItem;
import io.timeledger.schemas.command.EntryCommand;
import io.timeledger.schemas.command.EntryCommand.BatchEntries;
import io.timeledger.schemas.command.EntryCommand.CreateEntry;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.reply.Changed;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.entry.CreateEntryHandler;
import io.timeledger.streams.ledger.entry.DeleteEntryHandler;
import io.timeledger.streams.ledger.entry.UpdateEntryHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Decides the items of a batch in order, each on the state after the previous ones and by the
/// rules of its own command. A refused item leaves no effect. An atomic batch continues after a
/// refusal to report every bad item, and then has no effect at all.
public final class BatchEntriesHandler {
  private BatchEntriesHandler() {}

  /// @return one per item, in order
  /// @throws Refusal `batch_refused` for an atomic batch with a bad item; each detail has the code
  ///     of the item's refusal
  public static List<ReplyItem> decide(
      BatchEntries command, Rights rights, DecisionBuilder decision) {
    List<ReplyItem> items = new ArrayList<>(command.items().size());
    List<Problem.Detail> faults = new ArrayList<>();
    for (BatchItem item : command.items()) {
      try {
        items.add(brief(decision.allOrNothing(() -> decide(item, rights, decision))));
      } catch (Refusal refusal) {
        items.add(ReplyItem.refused(refusal.problem()));
        faults.addAll(refusal.problem().within("items[%d]".formatted(item.index())));
      }
    }
    if (command.atomic() && !faults.isEmpty()) {
      throw Refusal.of(ErrorCode.BATCH_REFUSED, ErrorCode.BATCH_REFUSED.meaning(), faults);
    }
    return items;
  }

  private static List<ReplyItem> decide(BatchItem item, Rights rights, DecisionBuilder decision) {
    EntryDraft draft = item.create();
    if (draft != null) {
      return CreateEntryHandler.decide(new CreateEntry(draft), rights, decision);
    }
    EntryCommand.UpdateEntry update = item.update();
    return update != null
        ? UpdateEntryHandler.decide(update, rights, decision)
        : DeleteEntryHandler.decide(Objects.requireNonNull(item.delete()), rights, decision);
  }

  private static ReplyItem brief(List<ReplyItem> answers) {
    Resource first = resource(answers.getFirst());
    return ReplyItem.of(
        answers.getFirst().status(),
        new Changed(
            first.subject(),
            first.version(),
            answers.stream().skip(1).map(piece -> resource(piece).subject()).toList()));
  }

  private static Resource resource(ReplyItem item) {
    return Objects.requireNonNull(item.resource(), "an accepted item without a resource");
  }
}

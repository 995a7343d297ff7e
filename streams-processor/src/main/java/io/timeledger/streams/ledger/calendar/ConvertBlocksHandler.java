package io.timeledger.streams.ledger.calendar;

import io.timeledger.schemas.command.BlockDraft;
import io.timeledger.schemas.command.EntryCommand.ConvertBlocks;
import io.timeledger.schemas.command.EntryCommand.RestoreEntry;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.reply.Changed;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.entry.CreateEntryHandler;
import io.timeledger.streams.ledger.entry.RestoreEntryHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Converts blocks of the caller's calendars to entries, by the rules for new entries. The external
/// id of the entry is the block's id, so a block has at most one entry, even after repeated
/// commands. A deleted entry of a block is restored as it was; the draft applies to new entries
/// only.
public final class ConvertBlocksHandler {
  private ConvertBlocksHandler() {}

  /// @return one item per block, in order
  public static List<ReplyItem> decide(
      ConvertBlocks command, Rights rights, DecisionBuilder decision) {
    rights.require(Permission.CALENDAR);
    rights.requireWrite(rights.userId(), "member " + rights.userId());
    List<ReplyItem> items = new ArrayList<>(command.items().size());
    for (BlockDraft item : command.items()) {
      try {
        items.add(decision.allOrNothing(() -> convert(item, rights, decision)));
      } catch (Refusal refusal) {
        items.add(ReplyItem.refused(refusal.problem()));
      }
    }
    return items;
  }

  private static ReplyItem convert(BlockDraft item, Rights rights, DecisionBuilder decision) {
    EntryDraft draft = item.draft();
    if (draft.userId() != null && !rights.is(draft.userId())) {
      throw Refusal.invalid("user_id", "an entry of a block belongs to the block's owner");
    }
    Optional<TimeEntry> earlier = decision.state().entryOfBlock(item.block());
    if (earlier.isPresent()) {
      return existing(earlier.get(), rights, decision);
    }
    return created(
        CreateEntryHandler.create(
            draft.with(
                b -> b.externalSource(BlockId.EXTERNAL_SOURCE).externalId(item.block().value())),
            Source.CALENDAR,
            rights,
            decision));
  }

  private static ReplyItem existing(TimeEntry entry, Rights rights, DecisionBuilder decision) {
    if (!entry.isDeleted()) {
      rights.requireWrite(entry.userId(), "the time entry of the block");
      return ReplyItem.of(Status.UNCHANGED, entry);
    }
    return RestoreEntryHandler.decide(new RestoreEntry(entry.id(), null), rights, decision)
        .getFirst();
  }

  /// The result of a new entry, with the ids of further pieces if it was split at midnight.
  private static ReplyItem created(List<ReplyItem> pieces) {
    ReplyItem first = pieces.getFirst();
    if (pieces.size() == 1) {
      return first;
    }
    TimeEntry entry = (TimeEntry) resource(first);
    return new ReplyItem(
        first.status(),
        entry,
        new Changed(
            entry.id().value(),
            entry.version(),
            pieces.stream().skip(1).map(piece -> resource(piece).subject()).toList()),
        null,
        null);
  }

  private static Resource resource(ReplyItem item) {
    return Objects.requireNonNull(item.resource(), "an accepted item without a resource");
  }
}

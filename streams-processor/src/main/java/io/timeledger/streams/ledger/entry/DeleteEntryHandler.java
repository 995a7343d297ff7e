package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.timesheet.TimesheetLookup;
import java.util.List;

/// Soft-deletes an entry; deleting a running one discards the timer.
public final class DeleteEntryHandler {
  private DeleteEntryHandler() {}

  public static List<ReplyItem> decide(
      DeleteEntry command, Rights rights, DecisionBuilder decision) {
    TimeEntry entry = EditableEntry.of(command.id(), command.ifVersion(), rights, decision);
    return List.of(ReplyItem.of(Status.DELETED, delete(entry, decision)));
  }

  /// @throws Refusal as for the command
  public static TimeEntry delete(EntryId id, Rights rights, DecisionBuilder decision) {
    return delete(EditableEntry.of(id, null, rights, decision), decision);
  }

  public static TimeEntry delete(TimeEntry entry, DecisionBuilder decision) {
    if (!entry.isRunning()) {
      TimesheetLookup.requireUnlocked(decision.state(), entry.userId(), entry.logDate());
    }
    TimeEntry deleted =
        decision.change(
            EventType.TIME_ENTRY_DELETED,
            entry.with(b -> b.deletedAt(decision.now()).invoiceLineId(null)),
            entry);
    ReviewRefresh.ofOthers(entry, decision);
    return deleted;
  }
}

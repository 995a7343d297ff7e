package io.timeledger.streams.ledger.imports;

import io.timeledger.schemas.command.EntryCommand.ImportEntries;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import java.util.ArrayList;
import java.util.List;

/// Imports rows one by one: a refused row leaves no effect and does not stop the rest.
public final class ImportEntriesHandler {
  private ImportEntriesHandler() {}

  public static List<ReplyItem> decide(
      ImportEntries command, Rights rights, DecisionBuilder decision) {
    return each(command.rows(), rights, decision);
  }

  /// @return one item per row, in order
  static List<ReplyItem> each(List<ImportRow> rows, Rights rights, DecisionBuilder decision) {
    List<ReplyItem> items = new ArrayList<>(rows.size());
    for (ImportRow row : rows) {
      try {
        items.add(decision.allOrNothing(() -> ImportRowHandler.decide(row, rights, decision)));
      } catch (Refusal refusal) {
        items.add(ReplyItem.refused(refusal.problem()));
      }
    }
    return items;
  }
}

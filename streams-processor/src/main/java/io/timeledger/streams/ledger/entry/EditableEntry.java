package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import org.jspecify.annotations.Nullable;

/// Loads an entry that the caller may change.
final class EditableEntry {
  private EditableEntry() {}

  /// @throws Refusal `not_found`, `forbidden`, `version_mismatch` or `entry_invoiced`
  static TimeEntry of(
      EntryId id, @Nullable Integer ifVersion, Rights rights, DecisionBuilder decision) {
    TimeEntry entry =
        decision
            .state()
            .entry(id)
            .filter(known -> !known.isDeleted())
            .orElseThrow(() -> Refusal.notFound("time entry " + id));
    rights.requireWrite(entry.userId(), "time entry " + id);
    VersionCheck.require(entry, ifVersion, decision);
    if (entry.invoiceLineId() != null) {
      throw Refusal.of(
          ErrorCode.ENTRY_INVOICED, "the entry is on the invoice line " + entry.invoiceLineId());
    }
    return entry;
  }
}

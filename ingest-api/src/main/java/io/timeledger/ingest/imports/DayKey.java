package io.timeledger.ingest.imports;

import static java.util.Objects.requireNonNull;

import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.id.UserId;
import java.time.Instant;
import java.time.LocalDate;

/// A person's day, as the ledger assigns the row's time.
record DayKey(UserId user, LocalDate day) {

  static DayKey of(ImportRow row) {
    EntryDraft draft = row.draft();
    Instant start = draft.startedAt();
    return new DayKey(
        requireNonNull(draft.userId()),
        start == null
            ? requireNonNull(draft.logDate())
            : LocalDate.ofInstant(start, requireNonNull(draft.timezone())));
  }
}

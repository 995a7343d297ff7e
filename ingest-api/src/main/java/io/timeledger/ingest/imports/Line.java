package io.timeledger.ingest.imports;

import io.timeledger.schemas.command.ImportRow;

/// A row of the file on its way into the ledger.
sealed interface Line {

  /// To be decided.
  record Good(long number, ImportRow row) implements Line {}

  /// Refused or skipped for its form.
  record Bad(RowResult result) implements Line {}
}

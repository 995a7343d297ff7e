package io.timeledger.ingest.imports;

import io.timeledger.schemas.command.ImportRow;

/// A row of the file on its way into the ledger.
sealed interface Line {
  long number();

  /// To be decided.
  record Good(long number, ImportRow row) implements Line {}

  /// Refused for its form.
  record Bad(long number, String code, String message) implements Line {}
}

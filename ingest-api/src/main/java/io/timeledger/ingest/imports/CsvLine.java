package io.timeledger.ingest.imports;

import io.timeledger.schemas.command.ImportRow;

/// A row of the file on its way into the ledger.
sealed interface CsvLine {

  /// Of the cells that go into a command.
  int characters();

  /// To be decided.
  record Good(long number, int characters, ImportRow row) implements CsvLine {}

  /// Refused or skipped for its form.
  record Bad(RowResult result) implements CsvLine {
    @Override
    public int characters() {
      return 0;
    }
  }
}

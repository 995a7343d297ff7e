package io.timeledger.ingest.imports;

import io.timeledger.schemas.command.ImportRow;

/// A parsed row of the file.
sealed interface CsvLine {

  /// Size of the cells for the command.
  int characters();

  /// Valid in form.
  record Valid(long number, int characters, ImportRow row) implements CsvLine {}

  /// Refused or skipped because of its form.
  record Invalid(RowResult result) implements CsvLine {
    @Override
    public int characters() {
      return 0;
    }
  }
}

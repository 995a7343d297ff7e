package io.timeledger.ingest.imports;

import java.util.List;

/// Lines of a file, grouped into commands.
interface LineChunks {
  int MAX_ROWS = 100;
  int MAX_CHARACTERS = 200_000;

  /// @return empty at the end
  List<CsvLine> next();
}

package io.timeledger.ingest.imports;

import java.util.List;
import java.util.Map;

/// One row of a file.
///
/// @param number as a spreadsheet shows it: the header is row 1
record CsvRow(long number, Map<Column, Integer> columns, List<String> fields) {

  /// Stripped; empty when the file or the row lacks it.
  String get(Column column) {
    Integer index = columns.get(column);
    return index == null || index >= fields.size() ? "" : fields.get(index).strip();
  }
}

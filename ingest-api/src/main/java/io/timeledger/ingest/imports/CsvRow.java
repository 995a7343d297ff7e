package io.timeledger.ingest.imports;

import io.timeledger.schemas.text.ComposedText;
import io.timeledger.schemas.text.VisibleText;
import java.util.List;
import java.util.Map;

/// One row of a file.
///
/// @param number as in a spreadsheet: the header is row 1
record CsvRow(long number, Map<Column, Integer> columns, List<String> fields) {

  /// Stripped and NFC-normalized; empty when the column is missing or the text has no visible
  /// character.
  String get(Column column) {
    Integer index = columns.get(column);
    String text = index == null || index >= fields.size() ? "" : fields.get(index);
    return VisibleText.isIn(text) ? ComposedText.of(text.strip()) : "";
  }
}

package io.timeledger.ingest.imports;

import java.util.Iterator;

/// The rows of a file, read one by one.
final class CsvLines implements Iterator<CsvLine> {
  private final Iterator<CsvRow> rows;
  private final RowReader reader;
  private final ExternalIds externalIds = new ExternalIds();
  private final ExternalIds earlierIds = new ExternalIds();

  CsvLines(Iterator<CsvRow> rows, RowReader reader) {
    this.rows = rows;
    this.reader = reader;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public CsvLine next() {
    CsvRow row = rows.next();
    String earlierId = earlierIds.of(row.fields());
    try {
      return new CsvLine.Valid(
          row.number(),
          row.fields().stream().mapToInt(String::length).sum(),
          reader.read(row, externalIds, earlierId));
    } catch (RowException e) {
      return new CsvLine.Invalid(e.result(row.number()));
    }
  }
}

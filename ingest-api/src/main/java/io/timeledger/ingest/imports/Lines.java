package io.timeledger.ingest.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// The rows of a file in chunks that fit a command.
final class Lines {
  private static final int MAX_ROWS = 100;
  private static final int MAX_CHARACTERS = 200_000;
  private final Iterator<CsvRow> rows;
  private final RowReader reader;
  private final ExternalIds externalIds = new ExternalIds();
  private final ExternalIds earlierIds = new ExternalIds();

  Lines(Iterator<CsvRow> rows, RowReader reader) {
    this.rows = rows;
    this.reader = reader;
  }

  /// @return empty at the end
  List<Line> nextChunk() {
    List<Line> chunk = new ArrayList<>();
    int characters = 0;
    while (chunk.size() < MAX_ROWS && characters < MAX_CHARACTERS && rows.hasNext()) {
      CsvRow row = rows.next();
      characters += row.fields().stream().mapToInt(String::length).sum();
      chunk.add(line(row));
    }
    return chunk;
  }

  private Line line(CsvRow row) {
    String earlierId = earlierIds.of(row.fields());
    try {
      return new Line.Good(row.number(), reader.read(row, externalIds, earlierId));
    } catch (RowException e) {
      return new Line.Bad(e.result(row.number()));
    }
  }
}

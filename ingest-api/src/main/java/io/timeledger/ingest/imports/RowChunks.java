package io.timeledger.ingest.imports;

import java.util.ArrayList;
import java.util.List;

/// Lines in file order.
final class RowChunks implements LineChunks {
  private final CsvLines lines;

  RowChunks(CsvLines lines) {
    this.lines = lines;
  }

  @Override
  public List<CsvLine> next() {
    List<CsvLine> chunk = new ArrayList<>();
    int characters = 0;
    while (chunk.size() < MAX_ROWS && characters < MAX_CHARACTERS && lines.hasNext()) {
      CsvLine line = lines.next();
      characters += line.characters();
      chunk.add(line);
    }
    return chunk;
  }
}

package io.timeledger.ingest.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Groups lines by whole days of a person; a day is never split. Days follow in the order of their
/// last rows.
final class DayChunks implements LineChunks {
  private final CsvLines lines;
  private final DayCounts counts;
  private final Map<DayKey, List<CsvLine>> open = new HashMap<>();
  private List<CsvLine> next = List.of();

  DayChunks(CsvLines lines, DayCounts counts) {
    this.lines = lines;
    this.counts = counts;
  }

  @Override
  public List<CsvLine> next() {
    List<CsvLine> chunk = new ArrayList<>(next);
    next = List.of();
    while (next.isEmpty() && lines.hasNext()) {
      List<CsvLine> day = day(lines.next());
      if (chunk.isEmpty() || fit(chunk, day)) {
        chunk.addAll(day);
      } else {
        next = day;
      }
    }
    return chunk;
  }

  /// @return all rows of a day with its last one, else nothing; or a line that belongs to no day
  private List<CsvLine> day(CsvLine line) {
    return switch (line) {
      case CsvLine.Invalid bad -> List.of(bad);
      case CsvLine.Valid good -> {
        DayKey key = DayKey.of(good.row());
        List<CsvLine> day = open.computeIfAbsent(key, _ -> new ArrayList<>());
        day.add(good);
        yield day.size() == counts.rowsOf(key) ? open.remove(key) : List.of();
      }
    };
  }

  private static boolean fit(List<CsvLine> chunk, List<CsvLine> day) {
    return chunk.size() + day.size() <= MAX_ROWS
        && characters(chunk) + characters(day) <= MAX_CHARACTERS;
  }

  private static int characters(List<CsvLine> lines) {
    return lines.stream().mapToInt(CsvLine::characters).sum();
  }
}

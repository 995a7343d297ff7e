package io.timeledger.ingest.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lines in whole days of a person: a day is never cut, and follows when its last row was read.
final class DayChunks implements LineChunks {
  private final Lines lines;
  private final DayCounts counts;
  private final Map<DayKey, List<Line>> open = new HashMap<>();
  private List<Line> next = List.of();

  DayChunks(Lines lines, DayCounts counts) {
    this.lines = lines;
    this.counts = counts;
  }

  @Override
  public List<Line> next() {
    List<Line> chunk = new ArrayList<>(next);
    next = List.of();
    while (next.isEmpty() && lines.hasNext()) {
      List<Line> day = day(lines.next());
      if (chunk.isEmpty() || fit(chunk, day)) {
        chunk.addAll(day);
      } else {
        next = day;
      }
    }
    return chunk;
  }

  /// @return all rows of a day with its last one, else nothing; or a line of no day
  private List<Line> day(Line line) {
    return switch (line) {
      case Line.Bad bad -> List.of(bad);
      case Line.Good good -> {
        DayKey key = DayKey.of(good.row());
        List<Line> day = open.computeIfAbsent(key, _ -> new ArrayList<>());
        day.add(good);
        yield day.size() == counts.rowsOf(key) ? open.remove(key) : List.of();
      }
    };
  }

  private static boolean fit(List<Line> chunk, List<Line> day) {
    return chunk.size() + day.size() <= MAX_ROWS
        && characters(chunk) + characters(day) <= MAX_CHARACTERS;
  }

  private static int characters(List<Line> lines) {
    return lines.stream().mapToInt(Line::characters).sum();
  }
}

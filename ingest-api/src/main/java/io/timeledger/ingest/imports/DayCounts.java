package io.timeledger.ingest.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The number of rows per person and day, which shows when a day has been read completely.
final class DayCounts {
  /// Limit for rows buffered until their day is complete.
  private static final int MAX_OPEN_ROWS = 20_000;

  private final Map<DayKey, Integer> counts = new HashMap<>();

  /// @param strict whether unreadable rows are an error: their day is unknown, so it cannot be
  ///     replaced
  /// @throws UnreadableException when days cannot be replaced by the file
  static DayCounts of(CsvLines lines, boolean strict) {
    DayCounts result = new DayCounts();
    List<DayKey> order = new ArrayList<>();
    while (lines.hasNext()) {
      switch (lines.next()) {
        case CsvLine.Valid good -> {
          DayKey key = DayKey.of(good.row());
          result.counts.merge(key, 1, Integer::sum);
          order.add(key);
        }
        case CsvLine.Invalid(RowResult row) -> requireReadable(row, strict);
      }
    }
    requireOrder(order, result.counts);
    return result;
  }

  int rowsOf(DayKey key) {
    return counts.getOrDefault(key, 0);
  }

  private static void requireReadable(RowResult row, boolean strict) {
    if (strict && row.status() == RowResult.Status.FAILED) {
      throw UnreadableException.of(
          "Row %d cannot be read (%s: %s), so mode=replace imports nothing; preview=true lists them."
              .formatted(row.row(), row.code(), row.message()));
    }
  }

  private static void requireOrder(List<DayKey> order, Map<DayKey, Integer> counts) {
    Map<DayKey, Integer> seen = new HashMap<>();
    int open = 0;
    for (DayKey key : order) {
      open++;
      int rows = seen.merge(key, 1, Integer::sum);
      if (rows == counts.getOrDefault(key, 0)) {
        open -= rows;
      }
      if (open > MAX_OPEN_ROWS) {
        throw UnreadableException.of(
            "The rows of a day lie too far apart for mode=replace: sort the file by date.");
      }
    }
  }
}

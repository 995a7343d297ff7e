package io.timeledger.ingest.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import io.timeledger.schemas.command.EntryCommand;
import io.timeledger.schemas.command.EntryCommand.ImportEntries;
import io.timeledger.schemas.command.EntryCommand.ReplaceDays;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.command.ImportedDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How an import treats existing time.
enum ImportMode {
  /// Keeps it, and adds rows that it does not contain.
  ADD {
    @Override
    EntryCommand command(List<ImportRow> rows) {
      return new ImportEntries(rows);
    }
  },
  /// Replaces each person's days with those in the file.
  REPLACE {
    @Override
    EntryCommand command(List<ImportRow> rows) {
      Map<DayKey, List<ImportRow>> days = new LinkedHashMap<>();
      rows.forEach(row -> days.computeIfAbsent(DayKey.of(row), _ -> new ArrayList<>()).add(row));
      return new ReplaceDays(
          days.entrySet().stream()
              .map(day -> new ImportedDay(day.getKey().user(), day.getKey().day(), day.getValue()))
              .toList());
    }
  };

  /// @param rows in replace mode, the rows of a day are adjacent
  /// @return a command whose reply has one item per row, in order
  abstract EntryCommand command(List<ImportRow> rows);

  @JsonValue
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.timeledger.ingest.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The result of a first pass over the whole file.
///
/// @param rows below the header
record FileSurvey(
    Dialect dialect, Columns columns, DateOrder dateOrder, RowOwner owner, long rows) {

  /// @param dateOrder null infers it from the dates
  /// @param isMember whether any member has the name
  /// @throws UnreadableException when the file cannot be imported
  /// @throws MappingException when it lacks a column that the caller named
  static FileSurvey of(
      Path path, Layout layout, @Nullable DateOrder dateOrder, Predicate<String> isMember)
      throws IOException {
    DateOrderEvidence dates = new DateOrderEvidence();
    Set<String> names = new HashSet<>();
    long rows = 0;
    try (UploadedCsv file = UploadedCsv.open(path, layout)) {
      for (; file.hasNext(); rows++) {
        CsvRow row = file.next();
        dates.see(row.get(Column.START_DATE));
        dates.see(row.get(Column.END_DATE));
        dates.see(row.get(Column.DATE));
        if (names.size() < 2) {
          names.add(row.get(Column.USER));
        }
      }
      return new FileSurvey(
          file.dialect(),
          file.columns(),
          dateOrder == null ? dates.order() : dateOrder,
          owner(file.columns(), names, isMember),
          rows);
    }
  }

  private static RowOwner owner(Columns columns, Set<String> names, Predicate<String> isMember) {
    if (columns.has(Column.EMAIL)) {
      return RowOwner.EMAIL;
    }
    if (columns.has(Column.FIRST_NAME) || columns.has(Column.LAST_NAME) || names.size() > 1) {
      return RowOwner.NAME;
    }
    return names.stream().anyMatch(isMember) ? RowOwner.NAME : RowOwner.CALLER;
  }
}

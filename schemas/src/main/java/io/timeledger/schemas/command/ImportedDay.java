package io.timeledger.schemas.command;

import io.timeledger.schemas.id.UserId;
import java.time.LocalDate;
import java.util.List;

/// All time that a file has for one member and day.
///
/// @param logDate in the zone of each row
/// @param rows at least one, each of the member
public record ImportedDay(UserId userId, LocalDate logDate, List<ImportRow> rows) {
  public ImportedDay {
    rows = List.copyOf(rows);
    if (rows.isEmpty() || !rows.stream().allMatch(row -> userId.equals(row.draft().userId()))) {
      throw new IllegalArgumentException("the rows of a day are of one member, and at least one");
    }
  }
}

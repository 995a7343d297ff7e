package io.timeledger.schemas.reply;

import io.timeledger.schemas.id.EntryId;
import java.util.List;

/// What an import found, created and deleted for a row, besides the row's own entry.
///
/// @param records those that the row names: member, client, project, task
/// @param sameTimes other entries of the member with the same times
/// @param deleted entries of the row's day that the file no longer has; with the day's first row
public record ImportedRow(
    List<NamedRecord> records, List<EntryId> sameTimes, List<EntryId> deleted) {
  public ImportedRow {
    records = List.copyOf(records);
    sameTimes = List.copyOf(sameTimes);
    deleted = List.copyOf(deleted);
  }

  public ImportedRow deleting(List<EntryId> entries) {
    return new ImportedRow(records, sameTimes, entries);
  }
}

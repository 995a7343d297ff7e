package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.EntryId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Time entries.
public sealed interface EntryCommand extends Command {

  @JsonTypeName("create_entry")
  record CreateEntry(EntryDraft draft) implements EntryCommand {}

  /// @param ifVersion the version that the caller saw; null changes any
  @JsonTypeName("update_entry")
  record UpdateEntry(EntryId id, EntryPatch patch, @Nullable Integer ifVersion)
      implements EntryCommand {}

  /// @param ifVersion the version that the caller saw; null deletes any
  @JsonTypeName("delete_entry")
  record DeleteEntry(EntryId id, @Nullable Integer ifVersion) implements EntryCommand {}

  /// Undoes a delete.
  ///
  /// @param ifVersion the version that the caller saw; null restores any
  @JsonTypeName("restore_entry")
  record RestoreEntry(EntryId id, @Nullable Integer ifVersion) implements EntryCommand {}

  /// Rows of an import: each is decided for itself, and a refused one does not stop the rest.
  @JsonTypeName("import_entries")
  record ImportEntries(List<ImportRow> rows) implements EntryCommand {
    public ImportEntries {
      rows = List.copyOf(rows);
    }
  }

  /// Makes the time of days what a file has of it. Entries of the member, the day and the external
  /// sources of its rows that are not among them are deleted; then the rows are imported. Each day
  /// is changed whole or not at all. The reply has one item per row, in order.
  @JsonTypeName("replace_days")
  record ReplaceDays(List<ImportedDay> days) implements EntryCommand {
    public ReplaceDays {
      days = List.copyOf(days);
    }
  }

  /// Creates, edits and deletes in the order of the items, each by the rules of its own command.
  ///
  /// @param atomic all items or none; else each stands for itself, and a refused one does not stop
  ///     the rest
  @JsonTypeName("batch_entries")
  record BatchEntries(List<BatchItem> items, boolean atomic) implements EntryCommand {
    public BatchEntries {
      items = List.copyOf(items);
    }
  }
}

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

  /// Rows of an import. Each is decided separately; a refused one does not stop the rest.
  @JsonTypeName("import_entries")
  record ImportEntries(List<ImportRow> rows) implements EntryCommand {
    public ImportEntries {
      rows = List.copyOf(rows);
    }
  }

  /// Makes whole days match an imported file. Deletes the member's entries of that day that have a
  /// source of the file's rows but are not in the file; then imports the rows. Each day is all or
  /// nothing. The reply has one item per row, in order.
  @JsonTypeName("replace_days")
  record ReplaceDays(List<ImportedDay> days) implements EntryCommand {
    public ReplaceDays {
      days = List.copyOf(days);
    }
  }

  /// Creates, edits and deletes in item order, each by the rules of its own command.
  ///
  /// @param atomic all items or none; otherwise each item is decided separately, and a refused one
  ///     does not stop the rest
  @JsonTypeName("batch_entries")
  record BatchEntries(List<BatchItem> items, boolean atomic) implements EntryCommand {
    public BatchEntries {
      items = List.copyOf(items);
    }
  }

  /// Converts blocks of the caller's calendars to entries. If a block already has an entry, the
  /// item changes nothing, or restores the entry if it was deleted; a block never gets two. Each
  /// item is decided separately; a refused item does not stop the rest.
  @JsonTypeName("convert_blocks")
  record ConvertBlocks(List<BlockDraft> items) implements EntryCommand {
    public ConvertBlocks {
      items = List.copyOf(items);
    }
  }
}

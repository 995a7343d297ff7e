package io.timeledger.schemas.command;

import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.EntryCommand.UpdateEntry;
import org.jspecify.annotations.Nullable;

/// One item of a batch: exactly one of the three is present.
///
/// @param index its position in the request, from 0
public record BatchItem(
    int index,
    @Nullable EntryDraft create,
    @Nullable UpdateEntry update,
    @Nullable DeleteEntry delete) {

  /// @throws IllegalArgumentException unless exactly one is present
  public BatchItem {
    int asked = (create == null ? 0 : 1) + (update == null ? 0 : 1) + (delete == null ? 0 : 1);
    if (asked != 1) {
      throw new IllegalArgumentException("batch item asks for %d (expected: 1)".formatted(asked));
    }
  }

  public static BatchItem create(int index, EntryDraft draft) {
    return new BatchItem(index, draft, null, null);
  }

  public static BatchItem update(int index, UpdateEntry update) {
    return new BatchItem(index, null, update, null);
  }

  public static BatchItem delete(int index, DeleteEntry delete) {
    return new BatchItem(index, null, null, delete);
  }
}

package io.timeledger.ingest.calendar.block;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.command.EntryCommand.UpdateEntry;
import io.timeledger.schemas.command.EntryPatch;
import io.timeledger.schemas.command.EntryPatchBuilder;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.reply.ErrorCode;

/// Updates an entry from its changed block. Only the member triggers this; a calendar never changes
/// an entry.
final class BlockDrift {
  private BlockDrift() {}

  /// @throws ApiException `block_not_convertible` if the block has no entry, or its times can no
  ///     longer be those of an entry
  static UpdateEntry update(CalendarBlock block) {
    EntryId entry = block.entryId();
    if (entry == null) {
      throw ApiException.of(ErrorCode.BLOCK_NOT_CONVERTIBLE, "The block has no entry: convert it.");
    }
    String fault = block.notConvertibleBecause();
    if (fault != null) {
      throw ApiException.of(
          ErrorCode.BLOCK_NOT_CONVERTIBLE,
          "The times of the block cannot be those of an entry (%s).".formatted(fault));
    }
    EntryPatchBuilder patch =
        EntryPatch.builder()
            .startedAt(Patch.of(block.startedAt()))
            .endedAt(Patch.of(block.endedAt()));
    if (BlockDrift.isRetitled(block)) {
      patch.description(Patch.of(block.title()));
    }
    return new UpdateEntry(entry, patch.build(), null);
  }

  private static boolean isRetitled(CalendarBlock block) {
    return "retitled".equals(block.drift());
  }
}

package io.timeledger.ingest.calendar.block;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.command.EntryCommand.UpdateEntry;
import io.timeledger.schemas.command.EntryPatch;
import io.timeledger.schemas.command.EntryPatchBuilder;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.reply.ErrorCode;

/// Brings an entry up to date with the meeting that it was made of. A calendar never does that by
/// itself.
final class BlockDrift {
  private BlockDrift() {}

  /// @throws ApiException `block_not_convertible` without an entry, and when the meeting has no
  ///     times any more
  static UpdateEntry update(CalendarBlock block) {
    EntryId entry = block.entryId();
    if (entry == null) {
      throw ApiException.of(ErrorCode.BLOCK_NOT_CONVERTIBLE, "The block has no entry: convert it.");
    }
    String fault = block.notConvertibleBecause();
    if (fault != null) {
      throw ApiException.of(
          ErrorCode.BLOCK_NOT_CONVERTIBLE,
          "The times of the block make no entry (%s).".formatted(fault));
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

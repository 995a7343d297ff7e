package io.timeledger.schemas.command;

import io.timeledger.schemas.id.BlockId;

/// One block to make an entry of.
///
/// @param index its position in the request, from 0
/// @param draft of the caller's own time; the ledger sets the external source and id
public record BlockDraft(int index, BlockId block, EntryDraft draft) {}

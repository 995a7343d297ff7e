package io.timeledger.schemas.command;

import io.timeledger.schemas.id.BlockId;

/// A block to convert.
///
/// @param index its position in the request, from 0
/// @param draft of an entry of the caller; the ledger sets the external source and id
public record BlockDraft(int index, BlockId block, EntryDraft draft) {}

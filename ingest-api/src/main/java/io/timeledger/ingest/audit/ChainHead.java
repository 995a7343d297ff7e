package io.timeledger.ingest.audit;

import io.timeledger.schemas.event.Event;

/// The newest event of a workspace in the read models.
///
/// @param sequence 0 before the first
public record ChainHead(long sequence, String hash) {
  public static final ChainHead NONE = new ChainHead(0, Event.GENESIS);
}

package io.timeledger.streams.ledger.state;

import io.timeledger.schemas.event.Event;

/// The end of a workspace's hash chain.
///
/// @param sequence of its last event, 0 before the first
/// @param hash of its last event
public record Head(long sequence, String hash) {
  public static final Head GENESIS = new Head(0, Event.GENESIS);
}

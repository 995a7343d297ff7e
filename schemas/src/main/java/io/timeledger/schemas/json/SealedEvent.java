package io.timeledger.schemas.json;

import io.timeledger.schemas.event.Event;

/// An event with its hash, and the same as it is written to the log.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SealedEvent(Event event, byte[] bytes) {}

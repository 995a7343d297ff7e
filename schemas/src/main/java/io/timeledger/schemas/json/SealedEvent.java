package io.timeledger.schemas.json;

import io.timeledger.schemas.event.Event;

/// An event with its hash, and its bytes on the log.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SealedEvent(Event event, byte[] bytes) {}

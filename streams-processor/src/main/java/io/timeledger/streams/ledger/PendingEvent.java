package io.timeledger.streams.ledger;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.resource.Resource;
import org.jspecify.annotations.Nullable;

/// An event of a decision before it is numbered and hashed.
///
/// @param after stamped with version, sequence and time
/// @param before null when the resource was created
public record PendingEvent(EventType type, Resource after, @Nullable Resource before) {}

package io.timeledger.streams.ledger;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.resource.Resource;
import org.jspecify.annotations.Nullable;

/// What a decision found: an event that is not sealed yet.
///
/// @param after stamped with version, sequence and time
/// @param before null when the resource came into being
public record Fact(EventType type, Resource after, @Nullable Resource before) {}

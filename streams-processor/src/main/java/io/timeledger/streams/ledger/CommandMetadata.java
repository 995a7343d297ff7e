package io.timeledger.streams.ledger;

import java.time.Instant;

/// Position and time of a command on the log. The time is the ledger's only "now". New ids derive
/// from all of it, so reprocessing a command gives the same ids.
///
/// @param at append time of the broker
public record CommandMetadata(Instant at, int partition, long offset) {}

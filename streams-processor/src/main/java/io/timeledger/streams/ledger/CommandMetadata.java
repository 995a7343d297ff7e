package io.timeledger.streams.ledger;

import java.time.Instant;

/// How a command arrived. Its time is the ledger's only "now"; all of it goes into new ids, so
/// that a command that is processed again gives the same ones.
///
/// @param at append time of the broker
public record CommandMetadata(Instant at, int partition, long offset) {}

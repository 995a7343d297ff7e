package io.timeledger.streams.projector;

/// Consecutive offsets of a partition.
///
/// @param from the first
/// @param to one past the last
public record OffsetRange(String topic, int partition, long from, long to) {}

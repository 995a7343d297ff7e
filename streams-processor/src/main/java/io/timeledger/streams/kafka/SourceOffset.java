package io.timeledger.streams.kafka;

import org.jspecify.annotations.Nullable;

/// A group's position in one partition of its source.
///
/// @param begin the first offset that the log still has
/// @param end the offset that the next record gets
/// @param committed null when Kafka has none
record SourceOffset(long begin, long end, @Nullable Long committed) {

  boolean isEmptyLog() {
    return begin == end;
  }

  /// Whether the group cannot continue: no offset, or one whose records retention has deleted.
  boolean isLost() {
    return committed == null || committed < begin;
  }
}

package io.timeledger.twin.graph;

import io.timeledger.twin.state.Span;
import java.time.Instant;

/// What a link of a delta carries.
///
/// @param since revision that the reader has; -1 in a full round
/// @param at revision of the first page; unused in a delta link
/// @param serial counts pages, so that no two links of a round are the same
record TrackingPlace(
    String calendar, String from, String to, long since, long at, int offset, int serial) {

  Span window() {
    return new Span(Instant.parse(from), Instant.parse(to));
  }

  boolean incremental() {
    return since >= 0;
  }

  TrackingPlace after(int items) {
    return new TrackingPlace(calendar, from, to, since, at, offset + items, serial + 1);
  }

  /// Where the next round begins.
  TrackingPlace done() {
    return new TrackingPlace(calendar, from, to, at, at, 0, 0);
  }

  TrackingPlace until(long revision) {
    return new TrackingPlace(calendar, from, to, since, revision, 0, 0);
  }
}

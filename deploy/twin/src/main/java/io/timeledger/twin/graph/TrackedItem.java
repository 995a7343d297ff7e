package io.timeledger.twin.graph;

import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.Occurrence;

/// An item of a delta page.
sealed interface TrackedItem {
  /// A single event, or an instance that differs from its series.
  record Whole(Occurrence occurrence) implements TrackedItem {}

  /// An instance that is like its series.
  record Stub(Occurrence occurrence) implements TrackedItem {}

  record Master(Meeting meeting) implements TrackedItem {}

  /// Deleted, or out of the window.
  record RemovedMeeting(Meeting meeting) implements TrackedItem {}

  record RemovedInstance(Occurrence occurrence) implements TrackedItem {}
}

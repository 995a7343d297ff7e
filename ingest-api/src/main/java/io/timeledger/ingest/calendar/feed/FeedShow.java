package io.timeledger.ingest.calendar.feed;

/// What a feed shows of an entry.
public enum FeedShow {
  /// The name of the project.
  PROJECT,
  DESCRIPTION,
  /// Only that there is an entry.
  BUSY
}

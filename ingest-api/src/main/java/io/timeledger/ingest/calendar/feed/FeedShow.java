package io.timeledger.ingest.calendar.feed;

/// What a feed shows of an entry.
public enum FeedShow {
  /// The name of the project.
  PROJECT,
  DESCRIPTION,
  /// That there is an entry.
  BUSY
}

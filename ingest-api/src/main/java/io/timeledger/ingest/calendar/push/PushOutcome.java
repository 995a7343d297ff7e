package io.timeledger.ingest.calendar.push;

/// What became of a request of a provider, as the metric names it.
enum PushOutcome {
  /// The calendar is due.
  ACCEPTED,
  /// The channel was opened; nothing has changed.
  SYNC,
  /// The provider made sure that the address is ours.
  VALIDATED,
  WRONG_SECRET,
  MALFORMED,
  LIMITED,
  UNAVAILABLE
}

package io.timeledger.schemas.resource;

/// How an entry was created.
public enum Source {
  API,
  TIMER,
  IMPORT,
  /// A block of the member's calendar.
  CALENDAR
}

package io.timeledger.schemas.resource;

/// The provider of a connection's calendars.
public enum Provider {
  GOOGLE,
  MICROSOFT,
  /// An iCalendar file (RFC 5545) at an address.
  ICS
}

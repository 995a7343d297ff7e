package io.timeledger.schemas.resource;

/// Who serves the calendars of a connection.
public enum Provider {
  GOOGLE,
  MICROSOFT,
  /// A file of calendar data (RFC 5545) at an address.
  ICS
}

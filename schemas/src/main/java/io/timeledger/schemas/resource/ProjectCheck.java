package io.timeledger.schemas.resource;

/// What an automation rule asks of the project of an entry.
public enum ProjectCheck {
  /// There is none.
  MISSING,
  /// It is archived or deleted.
  CLOSED,
  /// It takes time.
  OPEN
}

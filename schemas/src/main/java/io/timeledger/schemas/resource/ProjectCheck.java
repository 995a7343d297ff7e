package io.timeledger.schemas.resource;

/// The condition of an automation rule on the entry's project.
public enum ProjectCheck {
  /// No project.
  MISSING,
  /// Archived or deleted.
  CLOSED,
  /// Accepts time.
  OPEN
}

package io.timeledger.schemas.resource;

/// What a block of a calendar is.
public enum BlockKind {
  MEETING,
  /// Time that the member keeps for their own work.
  FOCUS,
  /// The member is out of office.
  ABSENCE,
  /// Whole days, without hours.
  ALL_DAY
}

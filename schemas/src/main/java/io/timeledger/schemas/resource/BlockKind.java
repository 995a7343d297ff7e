package io.timeledger.schemas.resource;

/// The kind of a block.
public enum BlockKind {
  MEETING,
  /// Time that the member reserves for their own work.
  FOCUS,
  /// The member is out of office.
  ABSENCE,
  /// Whole days, without times.
  ALL_DAY
}

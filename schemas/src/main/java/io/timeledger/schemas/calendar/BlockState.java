package io.timeledger.schemas.calendar;

/// What became of a block.
public enum BlockState {
  PENDING,
  /// It has an entry that is not deleted.
  CONVERTED,
  DISMISSED
}

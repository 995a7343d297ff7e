package io.timeledger.schemas.calendar;

/// Whether a block was converted or dismissed.
public enum BlockState {
  PENDING,
  /// It has an entry that is not deleted.
  CONVERTED,
  DISMISSED
}

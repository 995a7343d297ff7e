package io.timeledger.calendar.fold;

/// What a block is; never proposed as billable when it is an absence.
public enum BlockKind {
  MEETING,
  FOCUS,
  ABSENCE,
  ALL_DAY
}

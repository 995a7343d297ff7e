package io.timeledger.calendar.provider;

/// How an event affects its owner's availability.
public enum Busy {
  BUSY,
  FREE,
  TENTATIVE,
  /// Out of office.
  ABSENT,
  /// Working elsewhere.
  ELSEWHERE
}

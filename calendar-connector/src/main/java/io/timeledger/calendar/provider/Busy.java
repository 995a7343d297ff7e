package io.timeledger.calendar.provider;

/// What an event says about its owner's time.
public enum Busy {
  BUSY,
  FREE,
  TENTATIVE,
  /// Out of office.
  ABSENT,
  /// Working, elsewhere than usual.
  ELSEWHERE
}

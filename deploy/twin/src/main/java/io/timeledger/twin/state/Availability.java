package io.timeledger.twin.state;

/// What a meeting does to its owner's time.
public enum Availability {
  BUSY,
  FREE,
  TENTATIVE,
  OUT_OF_OFFICE,
  ELSEWHERE
}

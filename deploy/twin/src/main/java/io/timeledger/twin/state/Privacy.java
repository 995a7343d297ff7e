package io.timeledger.twin.state;

/// Who sees what a meeting is about.
public enum Privacy {
  DEFAULT,
  PUBLIC,
  PRIVATE,
  CONFIDENTIAL
}

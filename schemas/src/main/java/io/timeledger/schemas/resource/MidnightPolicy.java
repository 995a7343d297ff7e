package io.timeledger.schemas.resource;

/// What happens to an entry that crosses local midnight.
public enum MidnightPolicy {
  /// The whole entry counts on the day it starts.
  START_DAY,
  /// One entry per local day; their sum is exactly the original.
  SPLIT
}

package io.timeledger.schemas.resource;

/// What happens to an entry that overlaps another of the same member.
public enum OverlapPolicy {
  ALLOW,
  /// Kept, and flagged for review.
  WARN,
  /// Refused with `entry_overlaps`.
  REJECT
}

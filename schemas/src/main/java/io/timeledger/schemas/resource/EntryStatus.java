package io.timeledger.schemas.resource;

/// Mirrors the timesheet of the entry; `running` until stopped.
public enum EntryStatus {
  RUNNING,
  DRAFT,
  SUBMITTED,
  APPROVED,
  REJECTED
}

package io.timeledger.schemas.resource;

/// Where a timesheet stands in its approval.
public enum TimesheetStatus {
  DRAFT,
  SUBMITTED,
  APPROVED,
  REJECTED
}

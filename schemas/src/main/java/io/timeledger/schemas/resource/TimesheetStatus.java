package io.timeledger.schemas.resource;

/// The approval status of a timesheet.
public enum TimesheetStatus {
  DRAFT,
  SUBMITTED,
  APPROVED,
  REJECTED
}

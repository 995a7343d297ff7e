package io.timeledger.schemas.id;

/// A timesheet.
public record TimesheetId(String value) implements Id {
  public TimesheetId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package io.timeledger.schemas.command;

import io.timeledger.schemas.id.TimesheetId;
import org.jspecify.annotations.Nullable;

/// The approval of one member's period.
public sealed interface TimesheetCommand extends Command {
  TimesheetId id();

  /// @return the version that the caller saw; null means any
  @Nullable Integer ifVersion();

  record SubmitTimesheet(TimesheetId id, @Nullable Integer ifVersion) implements TimesheetCommand {}

  record WithdrawTimesheet(TimesheetId id, @Nullable Integer ifVersion)
      implements TimesheetCommand {}

  /// Of a timesheet with a route, approves the level that is waited for.
  record ApproveTimesheet(TimesheetId id, @Nullable String comment, @Nullable Integer ifVersion)
      implements TimesheetCommand {
    public ApproveTimesheet(TimesheetId id, @Nullable Integer ifVersion) {
      this(id, null, ifVersion);
    }
  }

  record RejectTimesheet(TimesheetId id, @Nullable String reason, @Nullable Integer ifVersion)
      implements TimesheetCommand {}

  record ReopenTimesheet(TimesheetId id, @Nullable String reason, @Nullable Integer ifVersion)
      implements TimesheetCommand {}

  record AnnotateTimesheet(TimesheetId id, Patch<String> note, @Nullable Integer ifVersion)
      implements TimesheetCommand {}
}

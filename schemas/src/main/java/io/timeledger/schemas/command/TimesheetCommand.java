package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.TimesheetId;
import org.jspecify.annotations.Nullable;

/// The approval of one member's period.
public sealed interface TimesheetCommand extends Command {
  TimesheetId id();

  /// @return the version that the caller saw; null means any
  @Nullable Integer ifVersion();

  @JsonTypeName("submit_timesheet")
  record SubmitTimesheet(TimesheetId id, @Nullable Integer ifVersion) implements TimesheetCommand {}

  @JsonTypeName("withdraw_timesheet")
  record WithdrawTimesheet(TimesheetId id, @Nullable Integer ifVersion)
      implements TimesheetCommand {}

  /// With a route, approves the current level.
  @JsonTypeName("approve_timesheet")
  record ApproveTimesheet(TimesheetId id, @Nullable String comment, @Nullable Integer ifVersion)
      implements TimesheetCommand {
    public ApproveTimesheet(TimesheetId id, @Nullable Integer ifVersion) {
      this(id, null, ifVersion);
    }
  }

  @JsonTypeName("reject_timesheet")
  record RejectTimesheet(TimesheetId id, @Nullable String reason, @Nullable Integer ifVersion)
      implements TimesheetCommand {}

  @JsonTypeName("reopen_timesheet")
  record ReopenTimesheet(TimesheetId id, @Nullable String reason, @Nullable Integer ifVersion)
      implements TimesheetCommand {}

  @JsonTypeName("annotate_timesheet")
  record AnnotateTimesheet(TimesheetId id, Patch<String> note, @Nullable Integer ifVersion)
      implements TimesheetCommand {}
}

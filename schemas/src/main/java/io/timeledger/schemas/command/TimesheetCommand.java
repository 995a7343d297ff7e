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

  record ApproveTimesheet(TimesheetId id, @Nullable Integer ifVersion)
      implements TimesheetCommand {}

  record RejectTimesheet(TimesheetId id, @Nullable String reason, @Nullable Integer ifVersion)
      implements TimesheetCommand {}

  record ReopenTimesheet(TimesheetId id, @Nullable String reason, @Nullable Integer ifVersion)
      implements TimesheetCommand {}

  record AnnotateTimesheet(TimesheetId id, Patch<String> note, @Nullable Integer ifVersion)
      implements TimesheetCommand {}
}

package io.timeledger.ingest.timesheet;

import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.Slice;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Timesheets as the read models have them, with current totals.
public interface Timesheets {
  /// @param onlyUser whose timesheets alone may be seen; null means everybody's
  Slice list(
      WorkspaceId workspace, @Nullable UserId onlyUser, TimesheetFilter filter, Paging paging);

  Optional<ObjectNode> find(WorkspaceId workspace, TimesheetId id);
}

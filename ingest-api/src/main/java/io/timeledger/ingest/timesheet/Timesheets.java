package io.timeledger.ingest.timesheet;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.VisibleMembers;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;

/// Timesheets in the read models, with current totals.
public interface Timesheets {
  Page list(WorkspaceId workspace, VisibleMembers visible, TimesheetFilter filter, Paging paging);

  Optional<WholeTimesheet> find(WorkspaceId workspace, TimesheetId id);
}

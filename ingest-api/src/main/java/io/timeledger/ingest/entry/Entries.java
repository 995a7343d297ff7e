package io.timeledger.ingest.entry;

import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.Slice;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Entries as the read models have them.
public interface Entries {
  /// @param onlyUser whose entries alone may be seen; null means everybody's
  Slice list(WorkspaceId workspace, @Nullable UserId onlyUser, EntryFilter filter, Paging paging);

  Optional<ObjectNode> find(WorkspaceId workspace, EntryId id);

  Optional<ObjectNode> running(WorkspaceId workspace, UserId user);

  List<ObjectNode> ofTimesheet(WorkspaceId workspace, TimesheetId timesheet);
}

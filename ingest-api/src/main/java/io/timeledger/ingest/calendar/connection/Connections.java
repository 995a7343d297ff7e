package io.timeledger.ingest.calendar.connection;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Connections in the read models: what the ledger decided, and how the connector does.
public interface Connections {

  /// @param onlyUser the owner; null for those of all members
  Page list(
      WorkspaceId workspace, @Nullable UserId onlyUser, ConnectionFilter filter, Paging paging);

  /// With its calendars, and with when they were read and what failed.
  Optional<ObjectNode> find(WorkspaceId workspace, ConnectionId id);

  /// Rounds that changed something, failed or were asked for, the newest first.
  Page rounds(WorkspaceId workspace, ConnectionId id, Paging paging);
}

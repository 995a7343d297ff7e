package io.timeledger.ingest.calendar.connection;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Connections in the read models: the ledger's data joined with the connector's state.
public interface Connections {

  /// @param onlyUser the owner; null for all members
  Page list(
      WorkspaceId workspace, @Nullable UserId onlyUser, ConnectionFilter filter, Paging paging);

  /// The connection with its calendars, when they were read, and the last error.
  Optional<ObjectNode> find(WorkspaceId workspace, ConnectionId id);

  /// Rounds that changed something, failed, skipped unreadable items or were requested, newest
  /// first.
  Page rounds(WorkspaceId workspace, ConnectionId id, Paging paging);
}

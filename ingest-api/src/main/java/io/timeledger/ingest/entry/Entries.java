package io.timeledger.ingest.entry;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.VisibleMembers;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Entries in the read models.
public interface Entries {
  Page list(WorkspaceId workspace, VisibleMembers visible, EntryFilter filter, Paging paging);

  /// The whole list, by day and id, as of one moment; with `user_name`, `user_email`,
  /// `project_name`, `client_id`, `client_name` and `task_name`.
  void all(
      WorkspaceId workspace, VisibleMembers visible, EntryFilter filter, Consumer<ObjectNode> each);

  Optional<ObjectNode> find(WorkspaceId workspace, EntryId id);

  Optional<ObjectNode> running(WorkspaceId workspace, UserId user);
}

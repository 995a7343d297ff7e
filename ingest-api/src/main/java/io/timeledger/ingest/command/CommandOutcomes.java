package io.timeledger.ingest.command;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.reply.Reply;
import java.util.Optional;

/// Replies of the last 72 hours.
public interface CommandOutcomes {
  /// Only for the user who sent the command.
  Optional<Reply> find(WorkspaceId workspace, UserId user, String commandId);
}

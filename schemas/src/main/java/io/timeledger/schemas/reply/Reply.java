package io.timeledger.schemas.reply;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ledger's reply to a command; visible only once the decision is committed. A repeated command
/// gets the first reply again.
///
/// @param userId the caller, the only one who may look up the outcome later
/// @param bodyHash of the command that was decided
/// @param sequence of the workspace after the command, for read-your-writes; 0 for a refused
///     command
/// @param items one per requested change: a timer start has the started entry and, if there was
///     one, the stopped entry; an import has one per row
/// @param problem why the whole command was refused; then there are no items
public record Reply(
    String commandId,
    WorkspaceId workspaceId,
    UserId userId,
    String bodyHash,
    Instant decidedAt,
    long sequence,
    List<ReplyItem> items,
    @Nullable Problem problem) {
  public Reply {
    items = List.copyOf(items);
  }

  public boolean isAccepted() {
    return problem == null;
  }
}

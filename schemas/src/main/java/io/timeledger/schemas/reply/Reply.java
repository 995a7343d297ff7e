package io.timeledger.schemas.reply;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the ledger answers to a command; visible only once the decision is committed. A repeated
/// command gets the first reply again.
///
/// @param userId who asked, and who alone may look the outcome up later
/// @param bodyHash of the command that was decided
/// @param sequence of the workspace after the command: what a reader must have seen to see it; 0
///     for a refused command
/// @param items one per thing that was asked for: a timer start answers with the started entry
///     and, when there was one, the stopped entry; an import with one per row
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

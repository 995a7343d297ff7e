package io.timeledger.schemas.command;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.restricted.RequestInfo;
import org.jspecify.annotations.Nullable;

/// A command on its way to the ledger.
///
/// @param id chosen by the sender; a second command of the same id gets the first one's reply
/// @param bodyHash of the request; detects a reused id with another body
/// @param precondition in addition to the version in the command; null for none
public record CommandEnvelope(
    String id,
    WorkspaceId workspaceId,
    Actor actor,
    String bodyHash,
    RequestInfo request,
    Command command,
    @Nullable Precondition precondition) {

  public CommandEnvelope(
      String id,
      WorkspaceId workspaceId,
      Actor actor,
      String bodyHash,
      RequestInfo request,
      Command command) {
    this(id, workspaceId, actor, bodyHash, request, command, null);
  }

  /// The same envelope around another command.
  public CommandEnvelope with(Command other) {
    return new CommandEnvelope(id, workspaceId, actor, bodyHash, request, other, precondition);
  }
}

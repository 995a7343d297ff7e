package io.timeledger.schemas.command;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.RequestInfo;

/// A command on its way to the ledger.
///
/// @param id chosen by the sender; a second command of the same id gets the first one's reply
/// @param bodyHash of what was asked, so that a reused id with another body is noticed
public record CommandEnvelope(
    String id,
    WorkspaceId workspaceId,
    Actor actor,
    String bodyHash,
    RequestInfo request,
    Command command) {}

package io.timeledger.schemas.webhook;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.id.WorkspaceId;

/// A command on its way to the dispatcher: on `time.webhook-commands.v1`, keyed by workspace, with
/// the headers of ledger commands. The API has checked that the actor holds `time:webhooks`; the
/// dispatcher checks that the webhook belongs to the workspace.
///
/// @param id chosen by the sender, also a header; for at least three days, a second command of the
///     same id has no effect and gets the first one's reply
/// @param bodyHash of the request: the same id with another hash is refused as
///     `idempotency_key_reused`
public record DispatchEnvelope(
    String id, WorkspaceId workspaceId, Actor actor, String bodyHash, DispatchCommand command) {}

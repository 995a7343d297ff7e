package io.timeledger.schemas.webhook;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.id.WorkspaceId;

/// A command on its way to the dispatcher: on `time.webhook-commands.v1`, keyed by workspace,
/// with the headers of ledger commands. The API has checked that the actor holds `time:webhooks`;
/// whether the webhook belongs to the workspace is for the dispatcher to see.
///
/// @param id chosen by the sender, a header too; a second command of the same id takes effect no
///     more and gets the first one's reply, for at least three days
/// @param bodyHash of what was asked: the same id with another one is refused as
///     `idempotency_key_reused`
public record DispatchEnvelope(
    String id, WorkspaceId workspaceId, Actor actor, String bodyHash, DispatchCommand command) {}

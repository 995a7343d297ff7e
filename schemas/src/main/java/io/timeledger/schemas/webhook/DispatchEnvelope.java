package io.timeledger.schemas.webhook;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.ControlEnvelope;
import io.timeledger.schemas.id.WorkspaceId;

/// A command on its way to the dispatcher: on `time.webhook-commands.v1`. The API has checked that
/// the actor holds `time:webhooks`; the dispatcher checks that the webhook belongs to the
// workspace.
public record DispatchEnvelope(
    String id, WorkspaceId workspaceId, Actor actor, String bodyHash, DispatchCommand command)
    implements ControlEnvelope<DispatchCommand> {}

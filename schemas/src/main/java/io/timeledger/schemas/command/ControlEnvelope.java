package io.timeledger.schemas.command;

import io.timeledger.schemas.id.WorkspaceId;

/// A command to a service other than the ledger, keyed by workspace, with the headers of ledger
/// commands. The API has checked the actor's permission; the service checks that the resources that
/// it names belong to the workspace.
///
/// @param <C> the service's commands
public interface ControlEnvelope<C> {
  /// Chosen by the sender, also a header. For at least three days, another command with the same id
  /// has no effect and gets the first one's reply.
  String id();

  WorkspaceId workspaceId();

  Actor actor();

  /// Hash of the request. The same id with another hash is refused as `idempotency_key_reused`.
  String bodyHash();

  C command();
}

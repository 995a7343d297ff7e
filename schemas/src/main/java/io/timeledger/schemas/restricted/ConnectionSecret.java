package io.timeledger.schemas.restricted;

import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.WorkspaceId;

/// The credential of a connection: a record of the private topic `time.secrets.v1`, keyed
/// `workspace/connection`. The ledger writes it in the transaction of the connection's event. A
/// tombstone removes it when the connection is deleted; a ticket is also removed by the first
/// report.
///
/// @param version of the connection that brought this secret; later versions may share it
/// @param secret a ticket or an address, sealed for `SealContext.connection(…)`
public record ConnectionSecret(
    ConnectionId id, WorkspaceId workspaceId, int version, SealedText secret) {}

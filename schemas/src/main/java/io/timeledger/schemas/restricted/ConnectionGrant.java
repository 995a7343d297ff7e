package io.timeledger.schemas.restricted;

import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.WorkspaceId;

/// The OAuth grant of a connection: a record of the private topic `time.connection-tokens.v1`,
/// keyed `workspace/connection`. The connector writes it, and restores a lost schema from it. A
/// tombstone removes it when the connection is deleted.
///
/// @param account hash of the provider's account
/// @param connectionVersion of the connection that brought the ticket
/// @param version grows with every new token
/// @param grant subject, scopes and tokens, sealed for `SealContext.grant(…)`
public record ConnectionGrant(
    ConnectionId id,
    WorkspaceId workspaceId,
    String account,
    int connectionVersion,
    long version,
    SealedText grant) {}

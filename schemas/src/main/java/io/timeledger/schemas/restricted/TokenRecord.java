package io.timeledger.schemas.restricted;

import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.SortedSets;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The private token topic, so that the API authenticates without a database. A revoked token is a
/// tombstone.
///
/// @param secretHash lower-case hex of the SHA-256 of the secret
public record TokenRecord(
    TokenId id,
    WorkspaceId workspaceId,
    UserId userId,
    String secretHash,
    Set<Permission> scopes,
    boolean ownDataOnly,
    @Nullable Instant expiresAt) {
  public TokenRecord {
    scopes = SortedSets.copyOf(scopes);
  }
}

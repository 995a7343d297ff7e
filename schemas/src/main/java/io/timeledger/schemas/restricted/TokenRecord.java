package io.timeledger.schemas.restricted;

import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.SortedSets;
import io.timeledger.schemas.resource.TokenKind;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The private token topic, so that the API authenticates without a database. A revoked token is a
/// tombstone.
///
/// @param secretHash lower-case hex of the SHA-256 of the secret, with the prefix before it that
///     names its kind unless that is access: a secret of one kind never passes for another's, not
///     even with a release that knows only one
/// @param kind access, if none was written
public record TokenRecord(
    TokenId id,
    WorkspaceId workspaceId,
    UserId userId,
    String secretHash,
    Set<Permission> scopes,
    boolean ownDataOnly,
    @Nullable Instant expiresAt,
    TokenKind kind) {
  public TokenRecord {
    kind = Objects.requireNonNullElse(kind, TokenKind.ACCESS);
    scopes = SortedSets.copyOf(scopes);
  }

  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}

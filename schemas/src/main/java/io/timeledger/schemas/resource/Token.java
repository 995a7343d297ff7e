package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A token without its secret and the secret's hash.
///
/// @param kind access, if none was written
/// @param scopes limited to what the user's role holds; empty means all of the role
/// @param ownDataOnly removes every permission over other people's time
/// @param openedBy the access token that opened the session, which ends with it; else null
@RecordBuilder
public record Token(
    TokenId id,
    WorkspaceId workspaceId,
    UserId userId,
    TokenKind kind,
    String name,
    Set<Permission> scopes,
    boolean ownDataOnly,
    @Nullable Instant expiresAt,
    Instant createdAt,
    UserId createdBy,
    @Nullable TokenId openedBy,
    @Nullable Instant revokedAt,
    int version,
    long sequence)
    implements Resource, TokenBuilder.With {

  public Token {
    kind = Objects.requireNonNullElse(kind, TokenKind.ACCESS);
    scopes = SortedSets.copyOf(scopes);
  }

  /// Whether it still opens anything.
  public boolean isLive(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  @Override
  public String subject() {
    return id.value();
  }
}

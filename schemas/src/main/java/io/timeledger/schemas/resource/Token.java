package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A personal access token without its secret and the secret's hash.
///
/// @param scopes limited to what the user's role holds; empty means all of the role
/// @param ownDataOnly removes every permission over other people's time
@RecordBuilder
public record Token(
    TokenId id,
    WorkspaceId workspaceId,
    UserId userId,
    String name,
    Set<Permission> scopes,
    boolean ownDataOnly,
    @Nullable Instant expiresAt,
    Instant createdAt,
    UserId createdBy,
    @Nullable Instant revokedAt,
    int version,
    long sequence)
    implements Resource, TokenBuilder.With {

  public Token {
    scopes = SortedSets.copyOf(scopes);
  }

  @Override
  public String subject() {
    return id.value();
  }
}

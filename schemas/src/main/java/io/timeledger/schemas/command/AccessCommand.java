package io.timeledger.schemas.command;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.SortedSets;
import io.timeledger.schemas.resource.TokenKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Workspaces and their access tokens. Commands carry the SHA-256 of a secret, never the secret.
public sealed interface AccessCommand extends Command {

  /// Creates the workspace, its owner and the owner's first token in one decision. The workspace id
  /// is the envelope's.
  ///
  /// @param timezone of the owner and the workspace; null means UTC
  @JsonTypeName("create_workspace")
  record CreateWorkspace(
      String name,
      UserId ownerId,
      @Nullable String ownerName,
      @Nullable String ownerEmail,
      @Nullable ZoneId timezone,
      TokenId tokenId,
      String secretHash)
      implements AccessCommand {}

  /// @param id chosen by the API, because the secret carries it
  /// @param userId null means the caller
  /// @param scopes empty means all that the user's role holds
  /// @param secretHash as in [io.timeledger.schemas.restricted.TokenRecord]
  /// @param kind null means access; no session is created this way
  @JsonTypeName("create_token")
  record CreateToken(
      TokenId id,
      @Nullable UserId userId,
      String name,
      Set<Permission> scopes,
      boolean ownDataOnly,
      @Nullable Instant expiresAt,
      String secretHash,
      @JsonInclude(NON_NULL) @Nullable TokenKind kind)
      implements AccessCommand {
    public CreateToken {
      scopes = SortedSets.copyOf(scopes);
    }

    /// Of an access token.
    public CreateToken(
        TokenId id,
        @Nullable UserId userId,
        String name,
        Set<Permission> scopes,
        boolean ownDataOnly,
        @Nullable Instant expiresAt,
        String secretHash) {
      this(id, userId, name, scopes, ownDataOnly, expiresAt, secretHash, null);
    }
  }

  @JsonTypeName("revoke_token")
  record RevokeToken(TokenId id) implements AccessCommand {}

  /// Opens a session with the scopes of the caller's token. A login code is used up by
  /// it, a session is replaced by it, and an access token stays.
  ///
  /// @param id chosen by the API, because the secret carries it
  /// @param secretHash as in [io.timeledger.schemas.restricted.TokenRecord]
  @JsonTypeName("open_session")
  record OpenSession(TokenId id, String secretHash) implements AccessCommand {}

  /// Ends the caller's session.
  @JsonTypeName("end_session")
  record EndSession() implements AccessCommand {}
}

package io.timeledger.ingest.token;

import io.timeledger.ingest.access.Credential;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.AccessCommand.CreateToken;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.TokenKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The body of a new token.
///
/// @param kind null means access
record TokenBody(
    @Nullable TokenKind kind,
    @Nullable UserId userId,
    @Nullable String name,
    @Nullable List<@Nullable Permission> scopes,
    @Nullable Boolean ownDataOnly,
    @Nullable Instant expiresAt) {
  private static final String LINK = "sign-in link";

  TokenKind kindOrAccess() {
    return kind == null ? TokenKind.ACCESS : kind;
  }

  CreateToken toCommand(Credential credential) {
    return toCommand(credential.id(), credential.secretHash());
  }

  /// The request without the values that differ on every try.
  CreateToken asked() {
    return toCommand(new TokenId("tok"), "");
  }

  private CreateToken toCommand(TokenId id, String secretHash) {
    FieldValidator form = new FieldValidator();
    String checkedName =
        kind == TokenKind.LOGIN && name == null
            ? LINK
            : form.requiredText("name", name, FieldValidator.NAME);
    Instant expires = form.instant("expires_at", expiresAt);
    List<Permission> granted = form.elements("scopes", scopes);
    form.notEmpty("scopes", scopes);
    if (kind == TokenKind.SESSION) {
      form.fail("kind", "not_allowed", "Expected access or login: POST /session opens a session.");
    }
    form.check();
    return new CreateToken(
        id,
        userId,
        checkedName,
        Set.copyOf(granted),
        Boolean.TRUE.equals(ownDataOnly),
        expires,
        secretHash,
        kind == TokenKind.ACCESS ? null : kind);
  }
}

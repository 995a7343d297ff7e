package io.timeledger.ingest.token;

import io.timeledger.ingest.access.Credential;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.AccessCommand.CreateToken;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The body of a new token.
record TokenBody(
    @Nullable UserId userId,
    @Nullable String name,
    @Nullable List<@Nullable Permission> scopes,
    @Nullable Boolean ownDataOnly,
    @Nullable Instant expiresAt) {

  CreateToken toCommand(Credential credential) {
    return toCommand(credential.id(), credential.secretHash());
  }

  /// The request without the values that differ on every try.
  CreateToken asked() {
    return toCommand(new TokenId("tok"), "");
  }

  private CreateToken toCommand(TokenId id, String secretHash) {
    FieldValidator form = new FieldValidator();
    String checkedName = form.requiredText("name", name, FieldValidator.NAME);
    Instant expires = form.instant("expires_at", expiresAt);
    List<Permission> granted = form.elements("scopes", scopes);
    form.notEmpty("scopes", scopes);
    form.check();
    return new CreateToken(
        id,
        userId,
        checkedName,
        Set.copyOf(granted),
        Boolean.TRUE.equals(ownDataOnly),
        expires,
        secretHash);
  }
}

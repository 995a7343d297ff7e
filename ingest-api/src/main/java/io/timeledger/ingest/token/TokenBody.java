package io.timeledger.ingest.token;

import io.timeledger.ingest.access.Credential;
import io.timeledger.ingest.web.Form;
import io.timeledger.schemas.command.AccessCommand.CreateToken;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Permission;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The body of a new token.
record TokenBody(
    @Nullable UserId userId,
    @Nullable String name,
    @Nullable Set<Permission> scopes,
    @Nullable Boolean ownDataOnly,
    @Nullable String expiresAt) {

  CreateToken toCommand(Credential credential) {
    return toCommand(credential.id(), credential.secretHash());
  }

  /// What was asked for, without what is new at every try.
  CreateToken asked() {
    return toCommand(new TokenId("tok"), "");
  }

  private CreateToken toCommand(TokenId id, String secretHash) {
    Form form = new Form();
    String checkedName = form.requiredText("name", name, Form.NAME);
    Instant expires = form.instant("expires_at", expiresAt);
    form.check();
    return new CreateToken(
        id,
        userId,
        checkedName,
        scopes == null ? Set.of() : scopes,
        Boolean.TRUE.equals(ownDataOnly),
        expires,
        secretHash);
  }
}

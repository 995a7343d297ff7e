package io.timeledger.ingest.workspace;

import io.timeledger.ingest.access.Credential;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.AccessCommand.CreateWorkspace;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The body of a new workspace.
///
/// @param timezone of the workspace and its owner
record WorkspaceBody(
    @Nullable WorkspaceId id,
    @Nullable String name,
    @Nullable Owner owner,
    @Nullable ZoneId timezone) {
  private static final int MAX_EMAIL = 254;
  private static final WorkspaceId NO_WORKSPACE = new WorkspaceId("none");
  private static final UserId NO_USER = new UserId("none");

  /// The first member.
  record Owner(@Nullable UserId id, @Nullable String name, @Nullable String email) {
    static final Owner NONE = new Owner(null, null, null);
  }

  WorkspaceId workspace() {
    FieldValidator form = new FieldValidator();
    WorkspaceId workspace = form.required("id", id, NO_WORKSPACE);
    form.check();
    return workspace;
  }

  CreateWorkspace toCommand(Credential credential) {
    return toCommand(credential.id(), credential.secretHash());
  }

  /// The request without the values that differ on every try.
  CreateWorkspace asked() {
    return toCommand(new TokenId("tok"), "");
  }

  private CreateWorkspace toCommand(TokenId tokenId, String secretHash) {
    FieldValidator form = new FieldValidator();
    Owner first = owner == null ? Owner.NONE : owner;
    CreateWorkspace command =
        new CreateWorkspace(
            form.requiredText("name", name, FieldValidator.NAME),
            form.required("owner.id", first.id(), NO_USER),
            form.text("owner.name", first.name(), FieldValidator.NAME),
            form.text("owner.email", first.email(), MAX_EMAIL),
            form.zone("timezone", timezone),
            tokenId,
            secretHash);
    form.check();
    return command;
  }
}

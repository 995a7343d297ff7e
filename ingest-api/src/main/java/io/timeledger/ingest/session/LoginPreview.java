package io.timeledger.ingest.session;

import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.directory.WorkspaceNames;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.restricted.TokenRecord;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// Whom a login code signs in, and where.
final class LoginPreview {
  private final Directory directory;
  private final WorkspaceNames workspaces;

  LoginPreview(Directory directory, WorkspaceNames workspaces) {
    this.directory = directory;
    this.workspaces = workspaces;
  }

  ObjectNode of(TokenRecord code) {
    MemberProfile profile = directory.member(code.workspaceId(), code.userId()).orElse(null);
    Instant expiresAt = code.expiresAt();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("user_id", code.userId().value());
    json.put("name", profile == null ? null : profile.name());
    json.put("email", profile == null ? null : profile.email());
    json.putObject("workspace")
        .put("id", code.workspaceId().value())
        .put("name", workspaces.find(code.workspaceId()).orElse(null));
    json.put("expires_at", expiresAt == null ? null : expiresAt.toString());
    return json;
  }
}

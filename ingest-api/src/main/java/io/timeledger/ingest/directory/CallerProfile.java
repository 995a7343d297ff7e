package io.timeledger.ingest.directory;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.restricted.TokenRecord;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A caller's identity and rights, from memory. Only the workspace's name is of the read models,
/// and is null as long as they do not tell it.
public final class CallerProfile {
  private final Directory directory;
  private final WorkspaceNames workspaces;
  private final boolean offersSample;

  CallerProfile(Directory directory, WorkspaceNames workspaces, IngestProperties properties) {
    this.directory = directory;
    this.workspaces = workspaces;
    this.offersSample = properties.console().sample();
  }

  public ObjectNode of(Caller caller) {
    MemberProfile profile =
        directory.member(caller.workspaceId(), caller.userId()).orElseThrow(ApiException::notFound);
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("user_id", profile.userId().value());
    json.put("workspace_id", profile.workspaceId().value());
    json.putObject("workspace")
        .put("id", profile.workspaceId().value())
        .put("name", workspaces.find(profile.workspaceId()).orElse(null));
    json.put("name", profile.name());
    json.put("email", profile.email());
    json.set("role", Json.MAPPER.valueToTree(profile.role()));
    json.put("timezone", profile.timezone().getId());
    json.set("teams", Json.MAPPER.valueToTree(profile.teams()));
    json.set("permissions", Json.MAPPER.valueToTree(caller.permissions()));
    json.set("token", tokenOf(caller).orElse(null));
    if (offersSample && profile.role() == Role.OWNER) {
      json.put("sample_data", true);
    }
    return json;
  }

  private Optional<ObjectNode> tokenOf(Caller caller) {
    return Optional.ofNullable(caller.tokenId()).flatMap(directory::token).map(CallerProfile::json);
  }

  private static ObjectNode json(TokenRecord token) {
    Instant expiresAt = token.expiresAt();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", token.id().value());
    json.set("kind", Json.MAPPER.valueToTree(token.kind()));
    json.set("scopes", Json.MAPPER.valueToTree(token.scopes()));
    json.put("own_data_only", token.ownDataOnly());
    json.put("expires_at", expiresAt == null ? null : expiresAt.toString());
    return json;
  }
}

package io.timeledger.ingest.directory;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.restricted.TokenRecord;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// The caller's identity and rights, from memory.
@RestController
final class MeController {
  private final Directory directory;

  MeController(Directory directory) {
    this.directory = directory;
  }

  @GetMapping("/api/v1/me")
  ObjectNode me(Caller caller) {
    MemberProfile profile =
        directory.member(caller.workspaceId(), caller.userId()).orElseThrow(ApiException::notFound);
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("user_id", profile.userId().value());
    json.put("workspace_id", profile.workspaceId().value());
    json.put("name", profile.name());
    json.put("email", profile.email());
    json.set("role", Json.MAPPER.valueToTree(profile.role()));
    json.put("timezone", profile.timezone().getId());
    json.set("teams", Json.MAPPER.valueToTree(profile.teams()));
    json.set("permissions", Json.MAPPER.valueToTree(caller.permissions()));
    json.set("token", tokenOf(caller).orElse(null));
    return Envelope.data(json);
  }

  private Optional<ObjectNode> tokenOf(Caller caller) {
    return Optional.ofNullable(caller.tokenId()).flatMap(directory::token).map(MeController::json);
  }

  private static ObjectNode json(TokenRecord token) {
    Instant expiresAt = token.expiresAt();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", token.id().value());
    json.set("scopes", Json.MAPPER.valueToTree(token.scopes()));
    json.put("own_data_only", token.ownDataOnly());
    json.put("expires_at", expiresAt == null ? null : expiresAt.toString());
    return json;
  }
}

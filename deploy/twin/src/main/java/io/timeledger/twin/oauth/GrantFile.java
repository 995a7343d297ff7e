package io.timeledger.twin.oauth;

import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.MailboxKey;
import io.timeledger.twin.state.TwinStore;
import io.timeledger.twin.state.Vendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Keeps refresh tokens over restarts, so that nobody signs in again after each. Only the owner
/// reads it.
public record GrantFile(Path path) {

  Map<String, RefreshToken> read(TwinStore store) {
    Map<String, RefreshToken> tokens = new LinkedHashMap<>();
    if (Files.exists(path)) {
      JsonMapper.shared()
          .readTree(path)
          .forEachEntry((text, token) -> tokens.put(text, token(store, token)));
    }
    return tokens;
  }

  void write(Map<String, RefreshToken> tokens) {
    ObjectNode json = Trees.object();
    tokens.forEach((text, token) -> json.set(text, json(token)));
    try {
      Path folder = path.toAbsolutePath().getParent();
      FileAttribute<Set<PosixFilePermission>> ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Path next = Files.createTempFile(folder, path.getFileName().toString(), ".new", ownerOnly);
      Files.writeString(next, json.toString());
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("write " + path, e);
    }
  }

  private static ObjectNode json(RefreshToken token) {
    OAuthGrant grant = token.grant();
    ObjectNode json = Trees.object();
    token.expiresAt().ifPresent(end -> json.put("expires_at", end.toString()));
    return json.put("provider", grant.mailbox().vendor().toString())
        .put("account", grant.mailbox().email())
        .put("client", grant.client())
        .put("scope", String.join(" ", grant.scopes()));
  }

  private static RefreshToken token(TwinStore store, JsonNode json) {
    return new RefreshToken(grant(store, json), Trees.text(json, "expires_at").map(Instant::parse));
  }

  private static OAuthGrant grant(TwinStore store, JsonNode json) {
    MailboxKey key =
        new MailboxKey(
            Vendor.of(json.path("provider").asString()), json.path("account").asString());
    return new OAuthGrant(
        store.mailbox(key),
        json.path("client").asString(),
        AuthorizeRequest.words(json.path("scope").asString()));
  }
}

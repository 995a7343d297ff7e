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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Keeps refresh tokens over restarts, so that nobody signs in again after each. Only the owner
/// reads it.
public record GrantFile(Path path) {

  Map<String, OAuthGrant> read(TwinStore store) {
    LinkedHashMap<String, OAuthGrant> grants = new LinkedHashMap<>();
    if (Files.exists(path)) {
      JsonMapper.shared()
          .readTree(path)
          .forEachEntry((token, grant) -> grants.put(token, grant(store, grant)));
    }
    return grants;
  }

  void write(Map<String, OAuthGrant> grants) {
    ObjectNode json = Trees.object();
    grants.forEach((token, grant) -> json.set(token, json(grant)));
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

  private static ObjectNode json(OAuthGrant grant) {
    return Trees.object()
        .put("provider", grant.mailbox().vendor().toString())
        .put("account", grant.mailbox().email())
        .put("client", grant.client())
        .put("scope", String.join(" ", grant.scopes()));
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

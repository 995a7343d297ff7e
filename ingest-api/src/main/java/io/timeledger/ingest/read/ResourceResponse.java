package io.timeledger.ingest.read;

import io.timeledger.ingest.access.Sha256;
import io.timeledger.ingest.web.ResourceTag;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.visibility.Redactor;
import io.timeledger.schemas.visibility.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/// Responds with one resource as its reader sees it. The `ETag` covers exactly that: it changes
/// when a reader gains or loses a right, and differs for another reader in the same browser.
public final class ResourceResponse {
  private static final int HASH_LENGTH = 16;

  private ResourceResponse() {}

  /// For a resource that its version covers completely.
  public static ResponseEntity<ObjectNode> of(
      ResourceType type, ObjectNode resource, Viewer viewer) {
    int fields = resource.size();
    Redactor.redact(type, resource, viewer);
    return answer(resource, null, resource.size() < fields ? hash(resource) : null);
  }

  /// For a resource that contains others.
  ///
  /// @param shown as the reader sees it
  /// @param contents hash of the others, for writes to compare
  public static ResponseEntity<ObjectNode> joined(ObjectNode shown, String contents) {
    return answer(shown, contents, hash(shown));
  }

  /// For a resource with fields that its version does not cover.
  ///
  /// @param shown as the reader sees it
  public static ResponseEntity<ObjectNode> whole(ObjectNode shown) {
    return answer(shown, null, hash(shown));
  }

  /// For a list that its readers poll.
  public static ResponseEntity<ObjectNode> list(Page page) {
    ObjectNode shown = page.answer();
    return ResponseEntity.ok().eTag(hash(shown)).body(shown);
  }

  private static ResponseEntity<ObjectNode> answer(
      ObjectNode shown, @Nullable String contents, @Nullable String hash) {
    int version = shown.required("version").asInt();
    return ResponseEntity.ok()
        .eTag(new ResourceTag(version, contents, hash).toString())
        .body(Envelope.data(shown));
  }

  private static String hash(ObjectNode shown) {
    return Sha256.hex(Json.MAPPER.writeValueAsBytes(shown)).substring(0, HASH_LENGTH);
  }
}

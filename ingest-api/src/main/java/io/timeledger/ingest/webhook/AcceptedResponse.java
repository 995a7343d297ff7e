package io.timeledger.ingest.webhook;

import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.json.Json;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/// 202: the request will be executed, and its result can be found once it has started.
final class AcceptedResponse {
  private AcceptedResponse() {}

  static ResponseEntity<ObjectNode> at(String collection, WebhookId webhook, String id) {
    return ResponseEntity.accepted()
        .header("Location", "/api/v1/time/webhooks/%s/%s/%s".formatted(webhook, collection, id))
        .body(Envelope.data(Json.MAPPER.createObjectNode().put("id", id).put("status", "pending")));
  }
}

package io.timeledger.ingest.web.error;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `{"data"}` for success, `{"error"}` for failure.
public final class Envelope {
  private Envelope() {}

  public static ObjectNode data(JsonNode data) {
    ObjectNode envelope = Json.MAPPER.createObjectNode();
    envelope.set("data", data);
    return envelope;
  }

  public static ObjectNode error(Problem problem, String requestId) {
    ObjectNode error = Json.MAPPER.createObjectNode();
    error.put("code", problem.code().wireName());
    error.put("message", problem.message());
    if (!problem.details().isEmpty()) {
      error.set("details", Json.MAPPER.valueToTree(problem.details()));
    }
    error.put("request_id", requestId);
    ObjectNode envelope = Json.MAPPER.createObjectNode();
    envelope.set("error", error);
    return envelope;
  }
}

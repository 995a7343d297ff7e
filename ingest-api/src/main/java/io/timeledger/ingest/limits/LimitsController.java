package io.timeledger.ingest.limits;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.json.Json;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// The state of the caller's token on this instance. Counts as a read itself.
@RestController
final class LimitsController {
  private final Limits limits;

  LimitsController(Limits limits) {
    this.limits = limits;
  }

  @GetMapping("/api/v1/limits")
  ObjectNode limits(Caller caller) {
    String key = RateLimitKeys.of(caller);
    ObjectNode data = Json.MAPPER.createObjectNode();
    data.set("reads", json(limits.reads(), key));
    data.set("writes", json(limits.writes(), key));
    return Envelope.data(data);
  }

  private static ObjectNode json(RateLimit limit, String key) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.putNull("limit").putNull("remaining").putNull("reset");
    limit
        .standing(key)
        .ifPresent(
            standing ->
                json.put("limit", standing.limit())
                    .put("remaining", standing.remaining())
                    .put("reset", standing.resetSeconds()));
    return json;
  }
}

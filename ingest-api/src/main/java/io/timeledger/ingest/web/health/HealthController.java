package io.timeledger.ingest.web.health;

import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Health probes for operators.
@RestController
final class HealthController {
  private final List<ReadinessCondition> conditions;

  HealthController(List<ReadinessCondition> conditions) {
    this.conditions = List.copyOf(conditions);
  }

  @GetMapping("/health/live")
  ObjectNode live() {
    return Envelope.data(Json.MAPPER.createObjectNode().put("status", "live"));
  }

  @GetMapping("/health/ready")
  ResponseEntity<ObjectNode> ready() {
    Map<String, Boolean> checks = new LinkedHashMap<>();
    conditions.forEach(condition -> checks.putAll(condition.checks()));
    boolean ready = !checks.containsValue(false);
    ObjectNode data = Json.MAPPER.createObjectNode().put("status", ready ? "ready" : "not_ready");
    data.set("checks", Json.MAPPER.valueToTree(checks));
    return ResponseEntity.status(ready ? 200 : 503).body(Envelope.data(data));
  }
}

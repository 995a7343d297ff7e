package io.timeledger.ingest.status;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.read.ReadYourWrites;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// The health of the caller's workspace. It never waits for the read models, since it tells how far
/// they are.
@RestController
final class StatusController {
  private final WorkspaceHealth health;
  private final ReadYourWrites readYourWrites;
  private final InstantSource clock;

  StatusController(WorkspaceHealth health, ReadYourWrites readYourWrites, InstantSource clock) {
    this.health = health;
    this.readYourWrites = readYourWrites;
    this.clock = clock;
  }

  @GetMapping("/api/v1/status")
  ObjectNode status(Caller caller) {
    ReadRights.require(caller, Permission.ADMIN);
    Instant now = clock.instant();
    Optional<WorkspaceHealth.Projected> projected = health.projected(caller.workspaceId());
    long sequence = projected.map(WorkspaceHealth.Projected::sequence).orElse(0L);
    long head = Math.max(sequence, readYourWrites.newest(caller.workspaceId()));
    long lag =
        head == sequence
            ? 0
            : projected
                .map(known -> Math.max(0, Duration.between(known.at(), now).toSeconds()))
                .orElse(0L);
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("head_sequence", head);
    json.put("projected_sequence", sequence);
    json.put("lag_seconds", lag);
    json.set(
        "deliveries",
        health.deliveries(caller.workspaceId(), now).map(StatusController::json).orElse(null));
    json.put("connections_to_sign_in", health.connectionsToSignIn(caller.workspaceId()));
    json.put("checked_at", now.toString());
    return Envelope.data(json);
  }

  private static ObjectNode json(WorkspaceHealth.Deliveries deliveries) {
    Instant oldest = deliveries.oldestDueAt();
    return Json.MAPPER
        .createObjectNode()
        .put("oldest_due_at", oldest == null ? null : oldest.toString())
        .put("held", deliveries.held());
  }
}

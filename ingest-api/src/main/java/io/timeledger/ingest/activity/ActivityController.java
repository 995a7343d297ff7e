package io.timeledger.ingest.activity;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.ActivitySlot;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes activity straight to its own topic, without a decision of the ledger: 202 means that the
/// log has it. Reads show it shortly after; they do not wait for it. Readers of a slot, the member
/// and those with `time:read:all`, also see its applications, pages and screenshots.
@RestController
@RequestMapping("/api/v1/activities")
final class ActivityController {
  private final SlotReader slotReader;
  private final ActivityLog log;
  private final Activities activities;

  ActivityController(SlotReader slotReader, ActivityLog log, Activities activities) {
    this.slotReader = slotReader;
    this.log = log;
    this.activities = activities;
  }

  @PostMapping
  ResponseEntity<ObjectNode> take(WriteRequest call, @RequestBody ActivitiesBody body) {
    call.requireWrite();
    List<ActivitySlot> slots = slotReader.slots(call.caller(), body.slots());
    log.publish(slots);
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("accepted", slots.size());
    ArrayNode ids = json.putArray("ids");
    slots.forEach(slot -> ids.add(slot.id()));
    return ResponseEntity.accepted().body(Envelope.data(json));
  }

  @GetMapping
  ObjectNode list(Caller caller, @QueryParams ActivityFilter filter, @QueryParams Paging paging) {
    return activities
        .slots(caller.workspaceId(), ReadRights.onlyUser(caller), filter, paging)
        .answer();
  }

  @GetMapping("/daily")
  ObjectNode days(
      Caller caller, @QueryParams ActivityDayFilter filter, @QueryParams Paging paging) {
    return activities
        .days(caller.workspaceId(), ReadRights.onlyUser(caller), filter, paging)
        .answer();
  }
}

package io.timeledger.ingest.report.entity;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.report.Days;
import io.timeledger.ingest.report.Rollups;
import io.timeledger.ingest.report.Totals;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Dimension;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.visibility.Redactor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Time of one entity: totals, totals by stage, and the latest entries. Timeledger has no directory
/// of entities, so an unknown one has zeros. The first tag `stage:<name>` of an entry determines
/// its stage; the stages and the time without one add up to the whole. Without `time:read:all`
/// there are no totals, which cover all members, and the entries are the caller's own.
@RestController
final class EntityTimeController {
  private static final Days ALWAYS = new Days(null, null);
  private final Rollups rollups;
  private final EntityTimes records;

  EntityTimeController(Rollups rollups, EntityTimes records) {
    this.rollups = rollups;
    this.records = records;
  }

  @FromReadModels
  @GetMapping("/api/v1/time/records/{entity_type}/{entity_id}")
  ObjectNode timeOn(
      Caller caller,
      @PathVariable("entity_type") String type,
      @PathVariable("entity_id") String id,
      @QueryParams EntityTimeFilter filter) {
    UserId onlyUser = ReadRights.onlyUser(caller);
    EntityType entity = entityType(type);
    FieldValidator form = new FieldValidator();
    form.id("entity_id", id);
    form.check();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("entity_type", type);
    json.put("entity_id", id);
    if (onlyUser == null) {
      writeTotals(json, caller, entity, type + ":" + id, id);
    }
    ArrayNode recent = json.putArray("recent_entries");
    records
        .latest(caller.workspaceId(), entity, id, onlyUser, filter.recentOrDefault())
        .forEach(
            entry -> {
              Redactor.redact(ResourceType.TIME_ENTRY, entry, caller.viewer());
              recent.add(entry);
            });
    return Envelope.data(json);
  }

  private void writeTotals(
      ObjectNode json, Caller caller, EntityType entity, String dimensionId, String id) {
    boolean withMoney = caller.may(Permission.RATES);
    Totals whole = rollups.sum(caller.workspaceId(), Dimension.ENTITY, dimensionId, ALWAYS);
    List<StageTotals> stages = records.stages(caller.workspaceId(), entity, id);
    whole.writeTo(json, withMoney);
    ArrayNode array = json.putArray("stages");
    stages.forEach(stage -> array.add(stage.json(withMoney)));
    Totals rest = whole.minus(stages.stream().map(StageTotals::totals).toList());
    if (rest.entries() > 0) {
      array.add(new StageTotals(null, null, null, rest).json(withMoney));
    }
  }

  private static EntityType entityType(String name) {
    return Arrays.stream(EntityType.values())
        .filter(type -> type != EntityType.INTERNAL)
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ApiException.of(
                    INVALID_PARAMETER,
                    "entity_type",
                    "Expected task, ticket, deal, candidate, contact, conversation or"
                        + " calendar_event."));
  }
}

package io.timeledger.ingest.report;

import static io.timeledger.schemas.reply.ErrorCode.FORBIDDEN;
import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Dimension;
import io.timeledger.schemas.resource.Permission;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Totals over days, and by day, week or month. Without `time:read:all` they cover the caller's own
/// time, and without `time:rates` they have no amounts.
@RestController
@RequestMapping("/api/v1/time/reports")
final class ReportController {
  private final Rollups rollups;

  ReportController(Rollups rollups) {
    this.rollups = rollups;
  }

  @FromReadModels
  @GetMapping("/summary")
  ObjectNode summary(Caller caller, @QueryParams SummaryFilter filter) {
    Days days = new Days(filter.from(), filter.to());
    Map.Entry<Dimension, String> what = dimensionOf(filter, caller);
    Totals totals = rollups.sum(caller.workspaceId(), what.getKey(), what.getValue(), days);
    ObjectNode json = Json.MAPPER.createObjectNode();
    days.writeTo(json);
    json.set("dimension", Json.MAPPER.valueToTree(what.getKey()));
    json.put("dimension_id", what.getValue());
    totals.writeTo(json, caller.may(Permission.RATES));
    return Envelope.data(json);
  }

  @FromReadModels
  @GetMapping("/rollups")
  ObjectNode rollups(Caller caller, @QueryParams RollupFilter filter, @QueryParams Paging paging) {
    return rollups
        .list(caller.workspaceId(), filter.visibleTo(caller), paging, caller.may(Permission.RATES))
        .answer();
  }

  private static Map.Entry<Dimension, String> dimensionOf(SummaryFilter filter, Caller caller) {
    UserId onlyUser = ReadRights.onlyUser(caller);
    Map<Dimension, String> wanted = new EnumMap<>(Dimension.class);
    put(wanted, Dimension.USER, filter.userId());
    put(wanted, Dimension.PROJECT, filter.projectId());
    put(wanted, Dimension.TASK, filter.taskId());
    if (wanted.size() > 1) {
      throw ApiException.of(
          INVALID_PARAMETER, "Give one of user_id, project_id and task_id, or none.");
    }
    if (onlyUser == null) {
      return wanted.entrySet().stream()
          .findFirst()
          .orElseGet(() -> Map.entry(Dimension.WORKSPACE, caller.workspaceId().value()));
    }
    UserId user = filter.userId() == null ? onlyUser : filter.userId();
    if (!caller.seesTimeOf(user) || wanted.keySet().stream().anyMatch(d -> d != Dimension.USER)) {
      throw ApiException.of(FORBIDDEN, "Missing permission: time:read:all.");
    }
    return Map.entry(Dimension.USER, user.value());
  }

  private static void put(Map<Dimension, String> wanted, Dimension dimension, @Nullable Id id) {
    if (id != null) {
      wanted.put(dimension, id.value());
    }
  }
}

package io.timeledger.ingest.report.utilization;

import static io.timeledger.schemas.reply.ErrorCode.FORBIDDEN;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.directory.DirectoryRecords;
import io.timeledger.ingest.directory.MemberFilter;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.read.VisibleMembers;
import io.timeledger.ingest.report.Days;
import io.timeledger.ingest.report.Rollups;
import io.timeledger.ingest.report.Totals;
import io.timeledger.ingest.settings.StoredSettings;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Dimension;
import io.timeledger.schemas.resource.Settings;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Utilization of each member over a range of days, by the member's current weekly hours, else the
/// workspace's. Includes members without time. Without `time:read:all`, the caller's own alone.
@RestController
final class UtilizationController {
  private final DirectoryRecords directory;
  private final StoredSettings settings;
  private final Rollups rollups;

  UtilizationController(DirectoryRecords directory, StoredSettings settings, Rollups rollups) {
    this.directory = directory;
    this.settings = settings;
    this.rollups = rollups;
  }

  @FromReadModels
  @GetMapping("/api/v1/time/reports/utilization")
  ObjectNode utilization(
      Caller caller, @QueryParams UtilizationFilter filter, @QueryParams Paging paging) {
    VisibleMembers visible = ReadRights.sight(caller);
    UserId wanted = filter.userId();
    if (wanted != null && !caller.seesTimeOf(wanted)) {
      throw ApiException.of(FORBIDDEN, "Missing permission: time:read:all.");
    }
    Days days = Days.bounded(filter.from(), filter.to());
    WorkspaceId workspace = caller.workspaceId();
    Page members =
        directory.members(
            workspace,
            wanted == null ? visible : VisibleMembers.ofOne(wanted),
            new MemberFilter(null, null, filter.team(), filter.active(), null),
            paging);
    Map<String, Totals> sums = rollups.sums(workspace, Dimension.USER, members.ids(), days);
    BigDecimal defaultHours = defaultWeeklyHours(workspace);
    return members.map(member -> line(member, sums, defaultHours, days)).answer();
  }

  private static ObjectNode line(
      ObjectNode member, Map<String, Totals> sums, BigDecimal defaultHours, Days days) {
    String id = member.required("id").asString();
    JsonNode hours = member.required("weekly_hours");
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("user_id", id);
    json.set("active", member.required("active"));
    days.writeTo(json);
    new Utilization(
            sums.getOrDefault(id, Totals.ZERO),
            hours.isNull() ? defaultHours : hours.decimalValue(),
            days.count())
        .writeTo(json);
    return json;
  }

  private BigDecimal defaultWeeklyHours(WorkspaceId workspace) {
    return settings
        .find(workspace)
        .map(found -> found.required("default_weekly_hours").decimalValue())
        .orElseGet(() -> Settings.defaults(workspace).defaultWeeklyHours());
  }
}

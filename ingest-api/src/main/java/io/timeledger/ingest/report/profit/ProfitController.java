package io.timeledger.ingest.report.profit;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.report.Days;
import io.timeledger.ingest.report.Rollups;
import io.timeledger.ingest.report.Totals;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Dimension;
import io.timeledger.schemas.resource.Hours;
import io.timeledger.schemas.resource.Permission;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Revenue, cost and margin of each project, task or member, or of the whole workspace. Requires
/// `time:rates` alone, because all of it is money. Includes those without time, without amounts.
@RestController
final class ProfitController {
  private final ProfitSubjects subjects;
  private final Rollups rollups;

  ProfitController(ProfitSubjects subjects, Rollups rollups) {
    this.subjects = subjects;
    this.rollups = rollups;
  }

  @FromReadModels
  @GetMapping("/api/v1/time/reports/profitability")
  ObjectNode profitability(
      Caller caller, @QueryParams ProfitFilter filter, @QueryParams Paging paging) {
    ReadRights.require(caller, Permission.RATES);
    Days days = Days.bounded(filter.from(), filter.to());
    Dimension dimension = Optional.ofNullable(filter.dimension()).orElse(Dimension.PROJECT);
    Page found = subjects.page(caller.workspaceId(), dimension, filter.dimensionId(), paging);
    Map<String, Totals> sums = rollups.sums(caller.workspaceId(), dimension, found.ids(), days);
    return found.map(subject -> line(dimension, subject, sums, days)).answer();
  }

  private static ObjectNode line(
      Dimension dimension, ObjectNode subject, Map<String, Totals> sums, Days days) {
    String id = subject.required("id").asString();
    Totals totals = sums.getOrDefault(id, Totals.ZERO);
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.set("dimension", Json.MAPPER.valueToTree(dimension));
    json.put("dimension_id", id);
    if (dimension == Dimension.PROJECT || dimension == Dimension.TASK) {
      json.set("name", subject.required("name"));
    }
    days.writeTo(json);
    json.put("total_hours", Hours.of(totals.totalSeconds()));
    json.put("approved_billable_hours", Hours.of(totals.approvedBillableSeconds()));
    ArrayNode amounts = json.putArray("amounts");
    totals.money().stream().map(Profit::of).forEach(profit -> amounts.add(profit.json()));
    return json;
  }
}

package io.timeledger.ingest.report.entity;

import io.timeledger.ingest.report.Totals;
import io.timeledger.schemas.json.Json;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The time of one stage of an entity.
///
/// @param stage null for time without a stage
/// @param firstDay with time of the stage; null for time without a stage
/// @param lastDay the same
public record StageTotals(
    @Nullable String stage,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    Totals totals) {

  ObjectNode json(boolean withMoney) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("stage", stage);
    json.put("first_day", firstDay == null ? null : firstDay.toString());
    json.put("last_day", lastDay == null ? null : lastDay.toString());
    totals.writeTo(json, withMoney);
    return json;
  }
}

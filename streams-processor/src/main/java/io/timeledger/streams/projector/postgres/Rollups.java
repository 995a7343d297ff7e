package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projection.Tables.ROLLUP;

import io.timeledger.schemas.json.Json;
import io.timeledger.streams.rollup.Measures;
import io.timeledger.streams.rollup.RollupKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import tools.jackson.databind.node.ObjectNode;

/// Rollups, moved on by what a batch adds up to. A row that came to zero goes.
final class Rollups {
  private Rollups() {}

  static void add(DSLContext sql, Map<RollupKey, Measures> sums) {
    List<Map.Entry<RollupKey, Measures>> moved =
        sums.entrySet().stream().filter(sum -> !sum.getValue().isZero()).toList();
    if (moved.isEmpty()) {
      return;
    }
    SummedRows.add(sql, ROLLUP, moved.stream().map(Rollups::row).toList());
    deleteEmpty(
        sql, moved.stream().filter(sum -> sum.getValue().entries() < 0).map(Rollups::row).toList());
  }

  /// Without entries every measure is zero: each is a sum over the entries.
  private static void deleteEmpty(DSLContext sql, List<ObjectNode> shrunk) {
    Rows.delete(sql, ROLLUP, shrunk, ROLLUP.ENTRIES.eq(0L));
  }

  private static ObjectNode row(Map.Entry<RollupKey, Measures> sum) {
    RollupKey key = sum.getKey();
    Measures measures = sum.getValue();
    return Json.MAPPER
        .createObjectNode()
        .put("workspace_id", key.workspaceId().value())
        .put("dimension", key.dimension().name().toLowerCase(Locale.ROOT))
        .put("dimension_id", key.dimensionId())
        .put("log_date", key.logDate().toString())
        .put("currency", key.currency().getCurrencyCode())
        .put("entries", measures.entries())
        .put("total_seconds", measures.totalSeconds())
        .put("raw_seconds", measures.rawSeconds())
        .put("billable_seconds", measures.billableSeconds())
        .put("approved_seconds", measures.approvedSeconds())
        .put("approved_billable_seconds", measures.approvedBillableSeconds())
        .put("invoiced_seconds", measures.invoicedSeconds())
        .put("amount", measures.amount())
        .put("approved_amount", measures.approvedAmount())
        .put("cost", measures.cost());
  }
}

package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projection.Tables.ROLLUP;
import static io.timeledger.schemas.jooq.projection.Tables.ROLLUP_MONTH;
import static java.util.Objects.requireNonNull;

import io.timeledger.schemas.json.Json;
import io.timeledger.streams.rollup.Measures;
import io.timeledger.streams.rollup.RollupKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import tools.jackson.databind.node.ObjectNode;

/// Daily and monthly rollups, updated by a batch's deltas. Rows that reach zero are deleted.
final class RollupTables {
  private RollupTables() {}

  static void add(DSLContext sql, Map<RollupKey, Measures> sums) {
    add(sql, ROLLUP, sums);
    Map<RollupKey, Measures> months = new LinkedHashMap<>();
    sums.forEach((key, measures) -> months.merge(key.ofMonth(), measures, Measures::plus));
    add(sql, ROLLUP_MONTH, months);
  }

  private static <R extends Record> void add(
      DSLContext sql, Table<R> table, Map<RollupKey, Measures> sums) {
    List<Map.Entry<RollupKey, Measures>> moved =
        sums.entrySet().stream().filter(sum -> !sum.getValue().isZero()).toList();
    if (moved.isEmpty()) {
      return;
    }
    AdditiveUpsert.add(sql, table, moved.stream().map(RollupTables::row).toList());
    deleteEmpty(
        sql,
        table,
        moved.stream().filter(sum -> sum.getValue().entries() < 0).map(RollupTables::row).toList());
  }

  /// Without entries every measure is zero, as each is a sum over the entries.
  private static <R extends Record> void deleteEmpty(
      DSLContext sql, Table<R> table, List<ObjectNode> shrunk) {
    JsonInsert.delete(sql, table, shrunk, requireNonNull(table.field(ROLLUP.ENTRIES)).eq(0L));
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

package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.ROLLUP;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.report.Days;
import io.timeledger.ingest.report.RollupFilter;
import io.timeledger.ingest.report.Rollups;
import io.timeledger.ingest.report.Totals;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Dimension;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import tools.jackson.databind.node.ObjectNode;

final class SqlRollups implements Rollups {
  private final Database database;
  private final RollupPages pages;

  SqlRollups(Database database) {
    this.database = database;
    pages = new RollupPages(database);
  }

  @Override
  public Totals sum(WorkspaceId workspace, Dimension dimension, String dimensionId, Days days) {
    return totals(
        database.read(
            sql ->
                sql.select(RollupRows.SUMS)
                    .from(RollupRows.monthly(workspace, dimension, days))
                    .where(RollupRows.ID.eq(dimensionId))
                    .groupBy(RollupRows.CURRENCY)
                    .orderBy(RollupRows.CURRENCY)
                    .fetch()));
  }

  @Override
  public Map<String, Totals> sums(
      WorkspaceId workspace, Dimension dimension, Collection<String> ids, Days days) {
    Map<String, Totals> sums = new HashMap<>();
    database
        .read(
            sql ->
                sql.select(RollupRows.ID)
                    .select(RollupRows.SUMS)
                    .from(RollupRows.monthly(workspace, dimension, days))
                    .where(RollupRows.ID.eq(DSL.any(ids.toArray(String[]::new))))
                    .groupBy(RollupRows.ID, RollupRows.CURRENCY)
                    .orderBy(RollupRows.ID, RollupRows.CURRENCY)
                    .fetchGroups(RollupRows.ID))
        .forEach((id, rows) -> sums.put(id, totals(rows)));
    return sums;
  }

  @Override
  public Page list(WorkspaceId workspace, RollupFilter filter, Paging paging, boolean withMoney) {
    return pages.page(workspace, filter, paging, withMoney);
  }

  @Override
  public void all(
      WorkspaceId workspace, RollupFilter filter, boolean withMoney, Consumer<ObjectNode> each) {
    pages.all(workspace, filter, withMoney, each);
  }

  /// Combines the rows, one per currency, into one sum.
  static Totals totals(List<? extends Record> rows) {
    return new Totals(
        total(rows, ROLLUP.ENTRIES),
        total(rows, ROLLUP.TOTAL_SECONDS),
        total(rows, ROLLUP.RAW_SECONDS),
        total(rows, ROLLUP.BILLABLE_SECONDS),
        total(rows, ROLLUP.APPROVED_SECONDS),
        total(rows, ROLLUP.APPROVED_BILLABLE_SECONDS),
        total(rows, ROLLUP.INVOICED_SECONDS),
        rows.stream().map(SqlRollups::money).toList());
  }

  private static Totals.Money money(Record row) {
    return new Totals.Money(
        Currency.getInstance(row.get(ROLLUP.CURRENCY)),
        row.get(ROLLUP.AMOUNT.getName(), BigDecimal.class),
        row.get(ROLLUP.APPROVED_AMOUNT.getName(), BigDecimal.class),
        row.get(ROLLUP.COST.getName(), BigDecimal.class));
  }

  private static long total(List<? extends Record> rows, Field<?> column) {
    return rows.stream().mapToLong(row -> row.get(column.getName(), Long.class)).sum();
  }
}

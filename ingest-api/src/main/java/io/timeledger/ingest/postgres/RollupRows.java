package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.PROJECT;
import static io.timeledger.schemas.jooq.read.Tables.ROLLUP;
import static io.timeledger.schemas.jooq.read.Tables.ROLLUP_MONTH;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;

import io.timeledger.ingest.report.Days;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Dimension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The rollups of a range of days, as a table with the columns of `read.rollup`.
final class RollupRows {
  static final Field<LocalDate> DAY = column(ROLLUP.LOG_DATE);
  static final Field<String> DIMENSION = column(ROLLUP.DIMENSION);
  static final Field<String> ID = column(ROLLUP.DIMENSION_ID);
  static final Field<String> CURRENCY = column(ROLLUP.CURRENCY);

  static final Field<?>[] SUMS = {
    CURRENCY,
    sum(ROLLUP.ENTRIES),
    sum(ROLLUP.TOTAL_SECONDS),
    sum(ROLLUP.RAW_SECONDS),
    sum(ROLLUP.BILLABLE_SECONDS),
    sum(ROLLUP.APPROVED_SECONDS),
    sum(ROLLUP.APPROVED_BILLABLE_SECONDS),
    sum(ROLLUP.INVOICED_SECONDS),
    sum(ROLLUP.AMOUNT),
    sum(ROLLUP.APPROVED_AMOUNT),
    sum(ROLLUP.COST)
  };

  private RollupRows() {}

  /// One row per day.
  static Table<?> daily(WorkspaceId workspace, @Nullable Dimension dimension, Days days) {
    return rows(ROLLUP, workspace, dimension, between(ROLLUP.LOG_DATE, days.from(), days.to()))
        .asTable("rollup");
  }

  /// One row per whole month, at its first day, and one per day around them: just as exact, and for
  /// ranges of years a thirtieth of the rows.
  static Table<?> monthly(WorkspaceId workspace, @Nullable Dimension dimension, Days days) {
    LocalDate from = days.from();
    LocalDate to = days.to();
    LocalDate first = from == null ? null : from.minusDays(1).withDayOfMonth(1).plusMonths(1);
    LocalDate end = to == null ? null : to.plusDays(1).withDayOfMonth(1);
    if (first != null && end != null && !first.isBefore(end)) {
      return daily(workspace, dimension, days);
    }
    Condition around = falseCondition();
    if (first != null) {
      around = around.or(between(ROLLUP.LOG_DATE, from, first.minusDays(1)));
    }
    if (end != null) {
      around = around.or(between(ROLLUP.LOG_DATE, end, to));
    }
    Condition whole = between(ROLLUP_MONTH.LOG_DATE, first, end == null ? null : end.minusDays(1));
    return rows(ROLLUP_MONTH, workspace, dimension, whole)
        .unionAll(rows(ROLLUP, workspace, dimension, around))
        .asTable("rollup");
  }

  /// The rows of projects, as those of the clients that have them now.
  static Table<?> ofClients(WorkspaceId workspace, Table<?> projects) {
    List<Field<?>> columns =
        Arrays.<Field<?>>stream(ROLLUP.fields())
            .map(
                column ->
                    switch (column.getName()) {
                      case "dimension" -> DSL.inline("client").as(column.getName());
                      case "dimension_id" -> PROJECT.CLIENT_ID.as(column.getName());
                      default -> of(projects, column);
                    })
            .toList();
    return DSL.select(columns)
        .from(projects)
        .join(PROJECT)
        .on(
            PROJECT.WORKSPACE_ID.eq(workspace.value()),
            PROJECT.ID.eq(of(projects, ROLLUP.DIMENSION_ID)))
        .where(PROJECT.CLIENT_ID.isNotNull())
        .asTable("rollup");
  }

  /// The ids with the most time.
  static Select<Record1<String>> largest(Table<?> rows, int most) {
    return DSL.select(ID)
        .from(rows)
        .groupBy(ID)
        .orderBy(DSL.sum(column(ROLLUP.TOTAL_SECONDS)).desc(), ID)
        .limit(most);
  }

  private static Select<Record> rows(
      Table<?> table, WorkspaceId workspace, @Nullable Dimension dimension, Condition days) {
    return DSL.select(Arrays.stream(ROLLUP.fields()).map(column -> of(table, column)).toList())
        .from(table)
        .where(
            Where.in(workspace, of(table, ROLLUP.WORKSPACE_ID))
                .constant(of(table, ROLLUP.DIMENSION), dimension)
                .condition())
        .and(days);
  }

  private static Condition between(
      Field<LocalDate> day, @Nullable LocalDate from, @Nullable LocalDate to) {
    Condition condition = noCondition();
    if (from != null) {
      condition = condition.and(day.ge(from));
    }
    return to == null ? condition : condition.and(day.le(to));
  }

  /// Both tables have the same columns.
  private static <T> Field<T> of(Table<?> table, Field<T> column) {
    return requireNonNull(table.field(column));
  }

  private static <T> Field<T> column(Field<T> column) {
    return DSL.field(column.getUnqualifiedName(), column.getDataType());
  }

  private static Field<BigDecimal> sum(Field<? extends Number> column) {
    return DSL.sum(column(column)).as(column.getName());
  }
}

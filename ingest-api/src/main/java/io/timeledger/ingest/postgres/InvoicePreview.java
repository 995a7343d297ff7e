package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.TIME_ENTRY;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Hours;
import io.timeledger.schemas.resource.InvoiceGrouping;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import tools.jackson.databind.node.ObjectNode;

/// The invoice lines that entries would form: grouped and rounded as the ledger does.
record InvoicePreview(InvoiceGrouping groupBy) {
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
  private static final Field<Integer> ENTRIES = DSL.count().as("entries");
  private static final Field<BigDecimal> SECONDS =
      DSL.sum(TIME_ENTRY.ROUNDED_SECONDS).as("total_seconds");
  private static final Field<BigDecimal> WORTH =
      DSL.sum(TIME_ENTRY.HOURLY_RATE.multiply(TIME_ENTRY.ROUNDED_SECONDS)).as("worth");

  List<ObjectNode> of(DSLContext sql, Condition where, int limit) {
    Field<?> group = group();
    return sql.select(group, TIME_ENTRY.CURRENCY, ENTRIES, SECONDS, WORTH)
        .from(TIME_ENTRY)
        .where(where)
        .groupBy(group, TIME_ENTRY.CURRENCY)
        .orderBy(group, TIME_ENTRY.CURRENCY)
        .limit(limit)
        .fetch(this::line);
  }

  private Field<?> group() {
    return switch (groupBy) {
      case ENTRY -> TIME_ENTRY.ID;
      case PROJECT -> TIME_ENTRY.PROJECT_ID;
      case USER -> TIME_ENTRY.USER_ID;
      case TASK -> TIME_ENTRY.TASK_ID;
      case DAY -> TIME_ENTRY.LOG_DATE;
    };
  }

  private ObjectNode line(Record row) {
    Currency currency = Currency.getInstance(row.get(TIME_ENTRY.CURRENCY));
    Object value = row.get(0);
    long seconds = row.get(SECONDS).longValueExact();
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.set("group_by", Json.MAPPER.valueToTree(groupBy));
    line.put(
        groupBy == InvoiceGrouping.ENTRY ? "entry_id" : group().getName(),
        value == null ? null : value.toString());
    line.put("currency", currency.getCurrencyCode());
    line.put("entries", row.get(ENTRIES));
    line.put("total_seconds", seconds);
    line.put("hours", Hours.of(seconds));
    line.put(
        "amount",
        row.get(WORTH)
            .divide(
                SECONDS_PER_HOUR,
                Math.max(currency.getDefaultFractionDigits(), 0),
                RoundingMode.HALF_UP));
    return line;
  }
}

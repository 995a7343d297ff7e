package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projection.Tables.TIMESHEET;
import static org.jooq.impl.DSL.any;

import io.timeledger.schemas.json.Json;
import io.timeledger.streams.projector.TimesheetRows;
import io.timeledger.streams.rollup.TimesheetDelta;
import java.util.Collection;
import java.util.function.Function;
import org.jooq.DSLContext;
import tools.jackson.databind.node.ObjectNode;

/// Timesheets with current totals and the time of the last visible change.
final class TimesheetTable {
  private TimesheetTable() {}

  /// Skips missing sheets of workspaces with an unknown event, which may have created them.
  ///
  /// @throws IllegalStateException when an entry counts in a sheet that no event created
  static void write(DSLContext sql, TimesheetRows timesheets) {
    JsonInsert.upsert(sql, TIMESHEET, timesheets.states());
    Collection<TimesheetDelta> deltas = timesheets.deltas();
    if (!deltas.isEmpty()
        && add(sql, deltas) != deltas.size()
        && !UnknownEvents.areIn(sql, texts(deltas, delta -> delta.workspaceId().value()))) {
      throw new IllegalStateException(
          "timesheets are missing: among " + deltas + " (expected: a row for each)");
    }
  }

  private static int add(DSLContext sql, Collection<TimesheetDelta> deltas) {
    return sql.update(TIMESHEET)
        .set(
            TIMESHEET.TOTAL_SECONDS,
            TIMESHEET.TOTAL_SECONDS.plus(JsonInsert.column(TIMESHEET.TOTAL_SECONDS)))
        .set(
            TIMESHEET.BILLABLE_SECONDS,
            TIMESHEET.BILLABLE_SECONDS.plus(JsonInsert.column(TIMESHEET.BILLABLE_SECONDS)))
        .set(TIMESHEET.CHANGED_AT, JsonInsert.column(TIMESHEET.CHANGED_AT))
        .set(TIMESHEET.CHANGED_SEQUENCE, JsonInsert.column(TIMESHEET.CHANGED_SEQUENCE))
        .from(JsonInsert.like(TIMESHEET, deltas.stream().map(TimesheetTable::row).toList()))
        .where(
            // lets PostgreSQL estimate that they are few
            TIMESHEET.WORKSPACE_ID.eq(any(texts(deltas, delta -> delta.workspaceId().value()))),
            TIMESHEET.ID.eq(any(texts(deltas, delta -> delta.timesheetId().value()))),
            TIMESHEET.WORKSPACE_ID.eq(JsonInsert.column(TIMESHEET.WORKSPACE_ID)),
            TIMESHEET.ID.eq(JsonInsert.column(TIMESHEET.ID)))
        .execute();
  }

  private static String[] texts(
      Collection<TimesheetDelta> deltas, Function<TimesheetDelta, String> of) {
    return deltas.stream().map(of).distinct().toArray(String[]::new);
  }

  private static ObjectNode row(TimesheetDelta delta) {
    return Json.MAPPER
        .createObjectNode()
        .put("workspace_id", delta.workspaceId().value())
        .put("id", delta.timesheetId().value())
        .put("total_seconds", delta.totalSeconds())
        .put("billable_seconds", delta.billableSeconds())
        .put("changed_at", delta.at().toString())
        .put("changed_sequence", delta.sequence());
  }
}

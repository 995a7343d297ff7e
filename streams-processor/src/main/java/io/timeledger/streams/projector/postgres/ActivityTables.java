package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projector.Tables.ACTIVITY_DAY;
import static io.timeledger.schemas.jooq.projector.Tables.ACTIVITY_SLOT;
import static org.jooq.impl.DSL.field;

import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.ActivitySlot;
import io.timeledger.streams.projector.activity.ActivityDay;
import io.timeledger.streams.projector.activity.ActivityMerge;
import io.timeledger.streams.projector.activity.ActivitySums;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import tools.jackson.databind.node.ObjectNode;

/// Activity slots and their daily sums, outside of the projections: the log keeps slots for 90 days
/// only, so the sums of earlier days must survive a rebuild. Exactly once: slots, sums and position
/// are one transaction.
public final class ActivityTables {
  /// Longer than revisions of a slot are accepted, else a late revision would count as new.
  static final Duration SLOTS_KEPT = Duration.ofDays(90);

  private final DSLContext sql;

  public ActivityTables(DataSource database) {
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
  }

  public long position(String topic, int partition) {
    return TopicPositions.STORE.position(sql, topic, partition);
  }

  /// @return false if a position is not the batch's start: then nothing was applied
  public boolean apply(List<OffsetRange> ranges, List<ActivitySlot> came) {
    return TopicPositions.STORE.inTransaction(
        sql,
        ranges,
        tx -> {
          ActivityMerge merge = ActivityMerge.of(came, kept(tx, came));
          JsonInsert.upsert(
              tx, ACTIVITY_SLOT, merge.slots().stream().map(ActivityTables::row).toList());
          add(tx, merge.days());
        });
  }

  /// Deletes expired slots; the sums stay.
  public void prune(Instant now) {
    sql.deleteFrom(ACTIVITY_SLOT)
        .where(ACTIVITY_SLOT.STARTED_AT.lt(now.minus(SLOTS_KEPT)))
        .execute();
  }

  private static Map<ActivityMerge.Key, ActivitySlot> kept(
      DSLContext sql, Collection<ActivitySlot> came) {
    Map<ActivityMerge.Key, ActivitySlot> kept = new HashMap<>();
    if (!came.isEmpty()) {
      io.timeledger.schemas.jooq.projector.tables.ActivitySlot slot = ACTIVITY_SLOT.as("slot");
      sql.select(field("to_jsonb(slot)::text", String.class))
          .from(slot)
          .join(JsonInsert.like(ACTIVITY_SLOT, came.stream().map(ActivityTables::key).toList()))
          .on(
              slot.WORKSPACE_ID.eq(JsonInsert.column(ACTIVITY_SLOT.WORKSPACE_ID)),
              slot.ID.eq(JsonInsert.column(ACTIVITY_SLOT.ID)))
          .forEach(
              row -> {
                ActivitySlot found = Json.MAPPER.readValue(row.value1(), ActivitySlot.class);
                kept.put(ActivityMerge.Key.of(found), found);
              });
    }
    return kept;
  }

  private static void add(DSLContext sql, Map<ActivityDay, ActivitySums> days) {
    List<ObjectNode> rows = days.entrySet().stream().map(ActivityTables::row).toList();
    if (!rows.isEmpty()) {
      AdditiveUpsert.add(sql, ACTIVITY_DAY, rows);
      JsonInsert.delete(sql, ACTIVITY_DAY, rows, ACTIVITY_DAY.SLOTS.eq(0L));
    }
  }

  private static ObjectNode row(ActivitySlot slot) {
    return Json.MAPPER.valueToTree(slot);
  }

  private static ObjectNode key(ActivitySlot slot) {
    return Json.MAPPER
        .createObjectNode()
        .put("workspace_id", slot.workspaceId().value())
        .put("id", slot.id());
  }

  private static ObjectNode row(Map.Entry<ActivityDay, ActivitySums> sum) {
    ActivityDay day = sum.getKey();
    ActivitySums sums = sum.getValue();
    return Json.MAPPER
        .createObjectNode()
        .put("workspace_id", day.workspaceId().value())
        .put("user_id", day.userId().value())
        .put("project_id", day.projectId() == null ? "" : day.projectId().value())
        .put("log_date", day.logDate().toString())
        .put("slots", sums.slots())
        .put("tracked_seconds", sums.trackedSeconds())
        .put("keyboard_seconds", sums.keyboardSeconds())
        .put("mouse_seconds", sums.mouseSeconds())
        .put("overall_seconds", sums.overallSeconds());
  }
}

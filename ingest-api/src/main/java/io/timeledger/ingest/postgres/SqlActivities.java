package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.ACTIVITY_DAY;
import static io.timeledger.schemas.jooq.read.Tables.ACTIVITY_SLOT;

import io.timeledger.ingest.activity.Activities;
import io.timeledger.ingest.activity.ActivityDayFilter;
import io.timeledger.ingest.activity.ActivityFilter;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Hours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

final class SqlActivities implements Activities {
  private final KeysetQuery slots;
  private final KeysetQuery days;

  SqlActivities(Database database) {
    slots =
        new KeysetQuery(
            database,
            ACTIVITY_SLOT,
            ACTIVITY_SLOT.ID,
            List.of(
                new Sort<>("started_at", ACTIVITY_SLOT.STARTED_AT, Instant::parse),
                new Sort<>("updated_at", ACTIVITY_SLOT.UPDATED_AT, Instant::parse)),
            true);
    days =
        new KeysetQuery(
            database,
            ACTIVITY_DAY,
            ACTIVITY_DAY.ID,
            List.of(new Sort<>("log_date", ACTIVITY_DAY.LOG_DATE, LocalDate::parse)),
            true);
  }

  @Override
  public Page slots(
      WorkspaceId workspace, @Nullable UserId onlyUser, ActivityFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, ACTIVITY_SLOT.WORKSPACE_ID)
            .id(ACTIVITY_SLOT.USER_ID, onlyUser)
            .id(ACTIVITY_SLOT.USER_ID, filter.userId())
            .id(ACTIVITY_SLOT.PROJECT_ID, filter.projectId())
            .id(ACTIVITY_SLOT.TASK_ID, filter.taskId())
            .eq(ACTIVITY_SLOT.DEVICE_ID, filter.deviceId())
            .from(ACTIVITY_SLOT.LOG_DATE, filter.from())
            .to(ACTIVITY_SLOT.LOG_DATE, filter.to())
            .after(ACTIVITY_SLOT.UPDATED_AT, filter.updatedAfter())
            .condition();
    return slots.page(where, new CursorScope(workspace, onlyUser, filter), paging, JsonRows::tree);
  }

  @Override
  public Page days(
      WorkspaceId workspace, @Nullable UserId onlyUser, ActivityDayFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, ACTIVITY_DAY.WORKSPACE_ID)
            .id(ACTIVITY_DAY.USER_ID, onlyUser)
            .id(ACTIVITY_DAY.USER_ID, filter.userId())
            .id(ACTIVITY_DAY.PROJECT_ID, filter.projectId())
            .from(ACTIVITY_DAY.LOG_DATE, filter.from())
            .to(ACTIVITY_DAY.LOG_DATE, filter.to())
            .condition();
    return days.page(
        where, new CursorScope(workspace, onlyUser, filter), paging, SqlActivities::dayJson);
  }

  private static ObjectNode dayJson(Record row) {
    ObjectNode json = JsonRows.tree(row);
    long tracked = row.get(ACTIVITY_DAY.TRACKED_SECONDS);
    json.remove("id");
    json.put("tracked_hours", Hours.of(tracked));
    json.put(
        "activity_ratio",
        tracked == 0
            ? null
            : BigDecimal.valueOf(row.get(ACTIVITY_DAY.OVERALL_SECONDS))
                .divide(BigDecimal.valueOf(tracked), 4, RoundingMode.HALF_UP));
    return json;
  }
}

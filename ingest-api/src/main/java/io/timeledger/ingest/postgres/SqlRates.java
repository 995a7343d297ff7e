package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.RATE;

import io.timeledger.ingest.rate.RateFilter;
import io.timeledger.ingest.rate.Rates;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;

final class SqlRates implements Rates {
  private final KeysetQuery query;

  SqlRates(Database database) {
    query =
        new KeysetQuery(
            database,
            RATE,
            RATE.ID,
            List.of(
                new Sort<>("effective_from", RATE.EFFECTIVE_FROM, LocalDate::parse),
                new Sort<>("created_at", RATE.CREATED_AT, Instant::parse),
                new Sort<>("updated_at", RATE.UPDATED_AT, Instant::parse)),
            true);
  }

  @Override
  public Page list(WorkspaceId workspace, RateFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, RATE.WORKSPACE_ID)
            .id(RATE.USER_ID, filter.userId())
            .id(RATE.PROJECT_ID, filter.projectId())
            .id(RATE.TASK_ID, filter.taskId())
            .and(
                filter.on(),
                day ->
                    RATE.EFFECTIVE_FROM
                        .le(day)
                        .and(RATE.EFFECTIVE_TO.isNull().or(RATE.EFFECTIVE_TO.ge(day))))
            .after(RATE.UPDATED_AT, filter.updatedAfter())
            .unlessGone(RATE.DELETED_AT, filter.includeDeleted())
            .condition();
    return query.page(
        where,
        new CursorScope(workspace, null, filter),
        paging,
        row -> JsonRows.resource(ResourceType.RATE, row));
  }
}

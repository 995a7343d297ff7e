package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.TASK;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.sum;

import io.timeledger.ingest.report.estimate.TaskEstimates;
import io.timeledger.schemas.id.WorkspaceId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

record SqlTaskEstimates(Database database) implements TaskEstimates {

  @Override
  public Map<String, BigDecimal> byProject(WorkspaceId workspace, Collection<String> projects) {
    return database.read(
        sql ->
            sql.select(TASK.PROJECT_ID, sum(TASK.ESTIMATE_HOURS))
                .from(TASK)
                .where(
                    TASK.WORKSPACE_ID.eq(workspace.value()),
                    TASK.PROJECT_ID.eq(any(projects.toArray(String[]::new))),
                    TASK.ESTIMATE_HOURS.isNotNull(),
                    TASK.DELETED_AT.isNull())
                .groupBy(TASK.PROJECT_ID)
                .fetchMap(TASK.PROJECT_ID, sum(TASK.ESTIMATE_HOURS)));
  }
}

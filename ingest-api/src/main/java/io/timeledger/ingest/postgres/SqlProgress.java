package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.PROGRESS;

import io.timeledger.ingest.read.ReadModelProgress;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Collection;
import java.util.Map;

record SqlProgress(Database database) implements ReadModelProgress {

  @Override
  public long sequence(WorkspaceId workspace) {
    return database.read(
        sql ->
            sql.select(PROGRESS.SEQUENCE)
                .from(PROGRESS)
                .where(PROGRESS.WORKSPACE_ID.eq(workspace.value()))
                .fetchOptional(PROGRESS.SEQUENCE)
                .orElse(0L));
  }

  @Override
  public Map<WorkspaceId, Long> sequences(Collection<WorkspaceId> workspaces) {
    return database.read(
        sql ->
            sql.select(PROGRESS.WORKSPACE_ID, PROGRESS.SEQUENCE)
                .from(PROGRESS)
                .where(
                    PROGRESS.WORKSPACE_ID.in(workspaces.stream().map(WorkspaceId::value).toList()))
                .fetchMap(row -> new WorkspaceId(row.value1()), row -> row.value2()));
  }
}

package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.PROGRESS;

import io.timeledger.ingest.read.Progress;
import io.timeledger.schemas.id.WorkspaceId;
import org.springframework.stereotype.Repository;

@Repository
record SqlProgress(Database database) implements Progress {

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
}

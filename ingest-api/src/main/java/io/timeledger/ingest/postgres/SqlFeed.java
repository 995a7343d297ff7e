package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.EVENT;

import io.timeledger.ingest.changes.Feed;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

record SqlFeed(Database database) implements Feed {

  @Override
  public List<ObjectNode> after(WorkspaceId workspace, long sequence, int limit) {
    return database.read(
        sql ->
            sql.select(EVENT.BODY)
                .from(EVENT)
                .where(EVENT.WORKSPACE_ID.eq(workspace.value()))
                .and(EVENT.SEQUENCE.gt(sequence))
                .orderBy(EVENT.SEQUENCE)
                .limit(limit)
                .fetch(row -> (ObjectNode) Json.MAPPER.readTree(row.value1())));
  }
}

package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.EVENT;

import io.timeledger.ingest.changes.Feed;
import io.timeledger.ingest.changes.FeedFilter;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import java.util.List;
import org.jooq.Condition;
import org.jooq.SortField;
import tools.jackson.databind.node.ObjectNode;

record SqlFeed(Database database) implements Feed {

  @Override
  public List<ObjectNode> after(
      WorkspaceId workspace, long sequence, FeedFilter filter, int limit) {
    return events(workspace, EVENT.SEQUENCE.gt(sequence), filter, EVENT.SEQUENCE.asc(), limit);
  }

  @Override
  public List<ObjectNode> before(
      WorkspaceId workspace, long sequence, FeedFilter filter, int limit) {
    return events(workspace, EVENT.SEQUENCE.lt(sequence), filter, EVENT.SEQUENCE.desc(), limit);
  }

  private List<ObjectNode> events(
      WorkspaceId workspace, Condition place, FeedFilter filter, SortField<Long> order, int limit) {
    return database.read(
        sql ->
            sql.select(EVENT.BODY)
                .from(EVENT)
                .where(
                    Where.in(workspace, EVENT.WORKSPACE_ID)
                        .eq(EVENT.TYPE, filter.type())
                        .eq(EVENT.ENTITY_ID, filter.entityId())
                        .condition())
                .and(place)
                .orderBy(order)
                .limit(limit)
                .fetch(row -> (ObjectNode) Json.MAPPER.readTree(row.value1())));
  }
}

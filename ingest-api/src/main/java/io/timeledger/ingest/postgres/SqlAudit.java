package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.AUDIT;
import static io.timeledger.schemas.jooq.read.Tables.EVENT;
import static io.timeledger.schemas.jooq.read.Tables.PROGRESS;

import io.timeledger.ingest.audit.AuditFilter;
import io.timeledger.ingest.audit.AuditTrail;
import io.timeledger.ingest.audit.ChainHead;
import io.timeledger.ingest.audit.StoredEvent;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import tools.jackson.databind.node.ObjectNode;

final class SqlAudit implements AuditTrail {
  private static final int FETCH_SIZE = 500;
  private final Database database;
  private final KeysetQuery query;

  SqlAudit(Database database) {
    this.database = database;
    query =
        new KeysetQuery(
            database,
            AUDIT,
            AUDIT.EVENT_ID,
            List.of(new Sort<>("sequence", AUDIT.SEQUENCE, Long::valueOf)),
            true);
  }

  @Override
  public Page list(WorkspaceId workspace, AuditFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, AUDIT.WORKSPACE_ID)
            .from(AUDIT.AT, filter.atFrom())
            .before(AUDIT.AT, filter.atTo())
            .id(AUDIT.USER_ID, filter.userId())
            .eq(AUDIT.ACTION, filter.action())
            .eq(AUDIT.ENTITY_TYPE, filter.entityType())
            .eq(AUDIT.ENTITY_ID, filter.entityId())
            .constant(AUDIT.VIA, filter.via())
            .condition();
    return JoinedRead.await(
        AUDIT.ORIGIN_BEHIND,
        joined ->
            query.page(
                where,
                new CursorScope(workspace, null, filter),
                paging,
                row -> auditRecord(joined.of(row))));
  }

  private static ObjectNode auditRecord(Record row) {
    ObjectNode tree = JsonRows.tree(row);
    tree.remove(AUDIT.ORIGIN_BEHIND.getName());
    return tree;
  }

  @Override
  public ChainHead walk(WorkspaceId workspace, Predicate<StoredEvent> walk) {
    return database.readAtOnce(
        sql -> {
          try (Cursor<? extends Record> events =
              sql.selectFrom(EVENT)
                  .where(EVENT.WORKSPACE_ID.eq(workspace.value()))
                  .orderBy(EVENT.SEQUENCE)
                  .fetchSize(FETCH_SIZE)
                  .fetchLazy()) {
            Record event = events.fetchNext();
            while (event != null && walk.test(stored(event))) {
              event = events.fetchNext();
            }
          }
          return head(sql, workspace);
        });
  }

  private static ChainHead head(DSLContext sql, WorkspaceId workspace) {
    return sql.select(PROGRESS.SEQUENCE, PROGRESS.HASH)
        .from(PROGRESS)
        .where(PROGRESS.WORKSPACE_ID.eq(workspace.value()))
        .fetchOptional(row -> new ChainHead(row.value1(), row.value2()))
        .orElse(ChainHead.NONE);
  }

  private static StoredEvent stored(Record row) {
    return new StoredEvent(
        row.get(EVENT.SEQUENCE),
        row.get(EVENT.EVENT_ID),
        row.get(EVENT.TYPE),
        row.get(EVENT.TIMESTAMP),
        row.get(EVENT.BODY),
        row.get(EVENT.HASH),
        row.get(EVENT.PREVIOUS_HASH),
        row.get(EVENT.ENTITY_TYPE),
        row.get(EVENT.ENTITY_ID),
        row.get(EVENT.USER_ID),
        row.get(EVENT.VIA));
  }
}

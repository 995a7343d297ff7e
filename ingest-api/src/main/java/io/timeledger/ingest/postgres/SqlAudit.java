package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.AUDIT;
import static io.timeledger.schemas.jooq.read.Tables.EVENT;

import io.timeledger.ingest.audit.AuditFilter;
import io.timeledger.ingest.audit.AuditTrail;
import io.timeledger.ingest.audit.StoredEvent;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.Slice;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
final class SqlAudit implements AuditTrail {
  private static final int FETCH_SIZE = 500;
  private final Database database;
  private final Listing listing;

  SqlAudit(Database database) {
    this.database = database;
    listing =
        new Listing(
            database,
            AUDIT,
            AUDIT.EVENT_ID,
            List.of(new Sort<>("sequence", AUDIT.SEQUENCE, Long::valueOf)),
            true);
  }

  @Override
  public Slice list(WorkspaceId workspace, AuditFilter filter, Paging paging) {
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
    return listing.page(where, new Reader(workspace, null, filter), paging, Rows::tree);
  }

  @Override
  public void walk(WorkspaceId workspace, Walk walk) {
    database.readAtOnce(
        sql -> {
          walk(sql, workspace, walk);
          return true;
        });
  }

  private static void walk(DSLContext sql, WorkspaceId workspace, Walk walk) {
    try (Cursor<? extends Record> events =
            sql.selectFrom(EVENT)
                .where(EVENT.WORKSPACE_ID.eq(workspace.value()))
                .orderBy(EVENT.SEQUENCE)
                .fetchSize(FETCH_SIZE)
                .fetchLazy();
        Cursor<? extends Record> audits =
            sql.selectFrom(AUDIT)
                .where(AUDIT.WORKSPACE_ID.eq(workspace.value()))
                .orderBy(AUDIT.SEQUENCE)
                .fetchSize(FETCH_SIZE)
                .fetchLazy()) {
      Record event = events.fetchNext();
      Record audit = audits.fetchNext();
      boolean goOn = true;
      while (goOn && (event != null || audit != null)) {
        long next = Math.min(sequence(event), sequence(audit));
        boolean hasEvent = event != null && sequence(event) == next;
        boolean hasAudit = audit != null && sequence(audit) == next;
        goOn = walk.test(hasEvent ? stored(event) : null, hasAudit ? Rows.tree(audit) : null);
        event = hasEvent ? events.fetchNext() : event;
        audit = hasAudit ? audits.fetchNext() : audit;
      }
    }
  }

  private static long sequence(@Nullable Record row) {
    return row == null ? Long.MAX_VALUE : row.get(EVENT.SEQUENCE.getName(), Long.class);
  }

  private static StoredEvent stored(Record row) {
    return new StoredEvent(
        row.get(EVENT.SEQUENCE),
        row.get(EVENT.EVENT_ID),
        row.get(EVENT.TYPE),
        row.get(EVENT.BODY),
        row.get(EVENT.HASH),
        row.get(EVENT.PREVIOUS_HASH));
  }
}

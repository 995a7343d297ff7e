package io.timeledger.calendar.postgres;

import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.CONVERSION;
import static io.timeledger.schemas.jooq.calendar.Tables.MARK;
import static io.timeledger.schemas.jooq.calendar.Tables.MEMBER;
import static io.timeledger.schemas.jooq.calendar.Tables.ROUND;
import static org.jooq.impl.DSL.excluded;

import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.resource.Member;
import java.util.List;
import org.jooq.DSLContext;

/// Writes members in a transaction that holds their locks.
final class MemberRows {
  private final DSLContext tx;
  private final ConnectionChanges connections;

  MemberRows(DSLContext tx, ConnectionChanges connections) {
    this.tx = tx;
    this.connections = connections;
  }

  void put(Member member) {
    tx.insertInto(MEMBER)
        .set(MEMBER.WORKSPACE_ID, member.workspaceId().value())
        .set(MEMBER.USER_ID, member.id().value())
        .set(MEMBER.TIMEZONE, member.timezone().getId())
        .set(MEMBER.ACTIVE, member.active())
        .set(MEMBER.SEQUENCE, member.sequence())
        .onConflict(MEMBER.WORKSPACE_ID, MEMBER.USER_ID)
        .doUpdate()
        .set(MEMBER.TIMEZONE, excluded(MEMBER.TIMEZONE))
        .set(MEMBER.ACTIVE, excluded(MEMBER.ACTIVE))
        .set(MEMBER.SEQUENCE, excluded(MEMBER.SEQUENCE))
        .where(MEMBER.SEQUENCE.lt(excluded(MEMBER.SEQUENCE)))
        .execute();
  }

  void erase(MemberKey member) {
    String workspace = member.workspaceId().value();
    String user = member.userId().value();
    tx.selectFrom(CONNECTION)
        .where(CONNECTION.WORKSPACE_ID.eq(workspace))
        .and(CONNECTION.USER_ID.eq(user))
        .forEach(
            row -> {
              if (row.getConfig() != null) {
                connections.forget(ConnectionRows.connection(row.getConfig()));
              }
            });
    eraseMarks(member);
    tx.deleteFrom(CONNECTION)
        .where(CONNECTION.WORKSPACE_ID.eq(workspace))
        .and(CONNECTION.USER_ID.eq(user))
        .execute();
    tx.deleteFrom(ROUND)
        .where(ROUND.WORKSPACE_ID.eq(workspace))
        .and(ROUND.USER_ID.eq(user))
        .execute();
    tx.deleteFrom(CONVERSION)
        .where(CONVERSION.WORKSPACE_ID.eq(workspace))
        .and(CONVERSION.USER_ID.eq(user))
        .execute();
    tx.deleteFrom(MEMBER)
        .where(MEMBER.WORKSPACE_ID.eq(workspace))
        .and(MEMBER.USER_ID.eq(user))
        .execute();
  }

  private void eraseMarks(MemberKey member) {
    List<OutgoingRecord> tombstones =
        tx.deleteFrom(MARK)
            .where(MARK.WORKSPACE_ID.eq(member.workspaceId().value()))
            .and(MARK.USER_ID.eq(member.userId().value()))
            .returning(MARK.BLOCK_ID)
            .fetch(row -> OutgoingRecord.restored(member, new BlockId(row.getBlockId())));
    CalendarOutbox.put(tx, tombstones);
    MemberLocks.changed(tx, member);
  }
}

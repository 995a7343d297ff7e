package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.calendar.postgres.CalendarColumns.isAny;
import static io.timeledger.schemas.jooq.calendar.Tables.BLOCK;
import static io.timeledger.schemas.jooq.calendar.Tables.CALENDAR_;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.LANE;
import static io.timeledger.schemas.jooq.calendar.Tables.MARK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;

import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.intake.MemberRequests;
import io.timeledger.schemas.calendar.BlockMark;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.jooq.calendar.tables.records.ConnectionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

/// Executes members' requests in PostgreSQL.
final class SqlMemberRequests implements MemberRequests {
  /// Between two rounds that follow reports of the provider, which come in bursts.
  static final Duration PUSHED = Duration.ofSeconds(1);

  private static final Duration ONCE_IN = Duration.ofMinutes(1);

  private final DSLContext tx;
  private final boolean publish;

  SqlMemberRequests(DSLContext tx, boolean publish) {
    this.tx = tx;
    this.publish = publish;
  }

  @Override
  public Optional<String> requestRound(
      MemberKey member, ConnectionId connection, String id, Instant at) {
    Optional<ConnectionRecord> found =
        tx.selectFrom(CONNECTION)
            .where(CONNECTION.ID.eq(connection.value()))
            .and(CONNECTION.WORKSPACE_ID.eq(member.workspaceId().value()))
            .and(CONNECTION.USER_ID.eq(member.userId().value()))
            .and(CONNECTION.DELETED_AT.isNull())
            .fetchOptional();
    return found.map(
        row -> {
          String due = row.getRequestedRoundId();
          return due == null
              ? RoundRows.requestedAfter(tx, connection, at.minus(ONCE_IN))
                  .orElseGet(() -> request(member, row, id, at))
              : due;
        });
  }

  @Override
  public boolean isOwn(MemberKey member, Set<BlockId> blocks) {
    return tx.fetchCount(
            BLOCK, own(member).and(isAny(BLOCK.ID, blocks.stream().map(BlockId::value).toList())))
        == blocks.size();
  }

  @Override
  public List<BlockId> dismiss(MemberKey member, List<BlockId> blocks, Instant at) {
    List<BlockId> changed = new ArrayList<>();
    published(
        member,
        blocks,
        () -> {
          for (BlockId block : blocks) {
            int inserted =
                tx.insertInto(MARK)
                    .set(MARK.WORKSPACE_ID, member.workspaceId().value())
                    .set(MARK.USER_ID, member.userId().value())
                    .set(MARK.BLOCK_ID, block.value())
                    .set(MARK.DISMISSED_AT, at)
                    .onConflictDoNothing()
                    .execute();
            if (inserted > 0) {
              changed.add(block);
            }
          }
        });
    if (!changed.isEmpty()) {
      MemberLocks.changed(tx, member);
      CalendarOutbox.put(
          tx,
          changed.stream()
              .map(
                  block ->
                      OutgoingRecord.of(
                          new BlockMark(member.workspaceId(), member.userId(), block, at)))
              .toList());
    }
    return changed;
  }

  @Override
  public List<BlockId> restore(MemberKey member, BlockId block) {
    List<BlockId> changed = new ArrayList<>();
    published(
        member,
        List.of(block),
        () -> {
          int deleted =
              tx.deleteFrom(MARK)
                  .where(MARK.WORKSPACE_ID.eq(member.workspaceId().value()))
                  .and(MARK.USER_ID.eq(member.userId().value()))
                  .and(MARK.BLOCK_ID.eq(block.value()))
                  .execute();
          if (deleted > 0) {
            changed.add(block);
          }
        });
    if (!changed.isEmpty()) {
      MemberLocks.changed(tx, member);
      CalendarOutbox.put(tx, List.of(OutgoingRecord.restored(member, block)));
    }
    return changed;
  }

  @Override
  public void makeDue(
      WorkspaceId workspace, CalendarId calendar, boolean renewChannel, Instant at) {
    tx.select(CONNECTION.LANE_ID)
        .from(CALENDAR_)
        .join(CONNECTION)
        .on(CONNECTION.ID.eq(CALENDAR_.CONNECTION_ID))
        .where(CALENDAR_.ID.eq(calendar.value()))
        .and(CALENDAR_.WORKSPACE_ID.eq(workspace.value()))
        .and(CALENDAR_.SELECTED)
        .fetchOptional(CONNECTION.LANE_ID)
        .ifPresent(
            lane -> {
              Leases.lock(tx, List.of(lane));
              makeDue(
                  CALENDAR_.ID.eq(calendar.value()),
                  "push",
                  greatest(
                      CLOCK, CALENDAR_.LAST_SUCCESS_AT.add(DSL.val(DayToSecond.valueOf(PUSHED)))));
              tx.update(CALENDAR_)
                  .set(CALENDAR_.PUSHED_AT, coalesce(CALENDAR_.PUSHED_AT, at))
                  .where(CALENDAR_.ID.eq(calendar.value()))
                  .execute();
              if (renewChannel) {
                ChannelRows.renew(tx, calendar.value());
              }
              Leases.refresh(tx, lane);
            });
  }

  private String request(MemberKey member, ConnectionRecord connection, String id, Instant at) {
    Leases.lock(tx, List.of(connection.getLaneId()));
    RoundRows.request(tx, member, new ConnectionId(connection.getId()), id, at);
    int due = makeDue(CALENDAR_.CONNECTION_ID.eq(connection.getId()), RoundRows.REQUESTED, CLOCK);
    tx.update(CONNECTION)
        .set(CONNECTION.REQUESTED_ROUND_ID, id)
        .set(
            CONNECTION.CALENDARS_DUE_AT,
            due > 0
                ? CONNECTION.CALENDARS_DUE_AT
                : least(coalesce(CONNECTION.CALENDARS_DUE_AT, CLOCK), CLOCK))
        .where(CONNECTION.ID.eq(connection.getId()))
        .execute();
    tx.update(LANE)
        .setNull(LANE.HOLD_UNTIL)
        .setNull(LANE.HOLD_REASON)
        .where(LANE.ID.eq(connection.getLaneId()))
        .and(LANE.HOLD_REASON.eq(Leases.BACKOFF))
        .execute();
    Leases.refresh(tx, connection.getLaneId());
    return id;
  }

  private int makeDue(Condition which, String reason, Field<Instant> at) {
    return tx.update(CALENDAR_)
        .set(CALENDAR_.DUE_AT, least(coalesce(CALENDAR_.DUE_AT, at), at))
        .set(CALENDAR_.DUE_REASON, reason)
        .set(CALENDAR_.DUE_COUNT, CALENDAR_.DUE_COUNT.plus(1))
        .where(which)
        .and(CALENDAR_.SELECTED)
        .execute();
  }

  private void published(MemberKey member, List<BlockId> blocks, Runnable work) {
    new PublishedBlocks(tx, publish)
        .around(member, blocks.stream().map(BlockId::value).toList(), work);
  }

  private static Condition own(MemberKey member) {
    return BLOCK
        .WORKSPACE_ID
        .eq(member.workspaceId().value())
        .and(BLOCK.USER_ID.eq(member.userId().value()));
  }
}

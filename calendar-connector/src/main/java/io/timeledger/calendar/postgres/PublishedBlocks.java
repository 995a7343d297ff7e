package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.isAny;
import static io.timeledger.schemas.jooq.calendar.Tables.BLOCK;
import static io.timeledger.schemas.jooq.calendar.Tables.CONVERSION;
import static io.timeledger.schemas.jooq.calendar.Tables.MARK;

import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.schemas.calendar.BlockRecord;
import io.timeledger.schemas.calendar.BlockState;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.resource.BlockKind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Publishes changes of blocks. Compares the published form of the rows before and after the work,
/// so that no kind of change can be missed.
final class PublishedBlocks {
  private final DSLContext tx;
  private final boolean published;

  /// @param published false disables publishing
  PublishedBlocks(DSLContext tx, boolean published) {
    this.tx = tx;
    this.published = published;
  }

  /// Runs the work and queues records of what changed. The work must change no other blocks.
  void around(MemberKey member, Collection<String> blocks, Runnable work) {
    if (!published || blocks.isEmpty()) {
      work.run();
      return;
    }
    Map<String, BlockRecord> before = records(member, blocks);
    work.run();
    Map<String, BlockRecord> after = records(member, blocks);
    List<OutgoingRecord> outgoing = new ArrayList<>();
    after.forEach(
        (id, block) -> {
          if (!block.equals(before.get(id))) {
            outgoing.add(OutgoingRecord.of(block));
          }
        });
    before.keySet().stream()
        .filter(id -> !after.containsKey(id))
        .forEach(id -> outgoing.add(OutgoingRecord.gone(member, new BlockId(id))));
    CalendarOutbox.put(tx, outgoing);
  }

  private Map<String, BlockRecord> records(MemberKey member, Collection<String> blocks) {
    Map<String, BlockRecord> records = new HashMap<>();
    tx.select(
            BLOCK.ID,
            BLOCK.CALENDAR_ID,
            BLOCK.KIND,
            BLOCK.STARTED_AT,
            BLOCK.ENDED_AT,
            BLOCK.START_DATE,
            BLOCK.END_DATE,
            BLOCK.TIMEZONE,
            BLOCK.VERSION,
            MARK.DISMISSED_AT,
            CONVERSION.ENTRY_ID)
        .from(BLOCK)
        .leftJoin(MARK)
        .on(MARK.WORKSPACE_ID.eq(BLOCK.WORKSPACE_ID))
        .and(MARK.USER_ID.eq(BLOCK.USER_ID))
        .and(MARK.BLOCK_ID.eq(BLOCK.ID))
        .leftJoin(CONVERSION)
        .on(CONVERSION.WORKSPACE_ID.eq(BLOCK.WORKSPACE_ID))
        .and(CONVERSION.BLOCK_ID.eq(BLOCK.ID))
        .and(CONVERSION.ENTRY_DELETED.isFalse())
        .where(BLOCK.WORKSPACE_ID.eq(member.workspaceId().value()))
        .and(BLOCK.USER_ID.eq(member.userId().value()))
        .and(isAny(BLOCK.ID, blocks))
        .forEach(row -> records.put(row.get(BLOCK.ID), recordOf(member, row)));
    return records;
  }

  private static BlockRecord recordOf(MemberKey member, Record row) {
    String entry = row.get(CONVERSION.ENTRY_ID);
    BlockState state =
        entry != null
            ? BlockState.CONVERTED
            : row.get(MARK.DISMISSED_AT) != null ? BlockState.DISMISSED : BlockState.PENDING;
    return new BlockRecord(
        new BlockId(row.get(BLOCK.ID)),
        member.workspaceId(),
        member.userId(),
        new CalendarId(row.get(BLOCK.CALENDAR_ID)),
        CalendarColumns.constant(BlockKind.class, row.get(BLOCK.KIND)),
        state,
        row.get(BLOCK.STARTED_AT),
        row.get(BLOCK.ENDED_AT),
        row.get(BLOCK.START_DATE),
        row.get(BLOCK.END_DATE),
        ZoneId.of(row.get(BLOCK.TIMEZONE)),
        entry == null ? null : new EntryId(entry),
        row.get(BLOCK.VERSION));
  }
}

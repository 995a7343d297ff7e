package io.timeledger.calendar.postgres;

import static io.timeledger.schemas.jooq.calendar.Tables.BLOCK;
import static io.timeledger.schemas.jooq.calendar.Tables.CONVERSION;

import io.timeledger.calendar.fold.ConversionSnapshot;
import io.timeledger.calendar.fold.TextHash;
import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.provider.EventTime.Timed;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.jooq.calendar.tables.records.BlockRecord;
import io.timeledger.schemas.jooq.calendar.tables.records.ConversionRecord;
import io.timeledger.schemas.resource.TimeEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Records which entry a block was converted to. The transaction holds the member's lock.
final class EntryOfBlock {
  private final DSLContext tx;
  private final boolean publish;

  EntryOfBlock(DSLContext tx, boolean publish) {
    this.tx = tx;
    this.publish = publish;
  }

  void note(TimeEntry entry, BlockId id) {
    MemberKey member = new MemberKey(entry.workspaceId(), entry.userId());
    Optional<ConversionRecord> known =
        tx.selectFrom(CONVERSION)
            .where(CONVERSION.WORKSPACE_ID.eq(entry.workspaceId().value()))
            .and(CONVERSION.BLOCK_ID.eq(id.value()))
            .fetchOptional();
    if (known.isPresent() && known.get().getSequence() >= entry.sequence()) {
      return;
    }
    new PublishedBlocks(tx, publish)
        .around(member, List.of(id.value()), () -> write(entry, id, member, known));
    ZoneId zone = ConnectionRows.zone(tx, member);
    new FoldedBlocks(tx, member, zone, publish)
        .fold(List.of(id.value()), ConnectionRows.window(tx, member, zone));
    MemberLocks.changed(tx, member);
  }

  private void write(
      TimeEntry entry, BlockId id, MemberKey member, Optional<ConversionRecord> known) {
    ConversionRecord row = new ConversionRecord();
    row.setWorkspaceId(entry.workspaceId().value());
    row.setBlockId(id.value());
    row.setUserId(entry.userId().value());
    row.setEntryId(entry.id().value());
    row.setEntryDeleted(entry.isDeleted());
    row.setSequence(entry.sequence());
    // A new conversion starts without a snapshot; folding the block takes one.
    boolean goesOn =
        known.isPresent()
            && !known.get().getEntryDeleted()
            && known.get().getEntryId().equals(entry.id().value());
    row.setSnapshot(goesOn ? known.get().getSnapshot() : null);
    if (goesOn && known.get().getSnapshot() != null) {
      row.setSnapshot(
          StoredSnapshot.write(
              adopted(
                  StoredSnapshot.read(known.get().getSnapshot()),
                  entry,
                  block(member, id).orElse(null))));
    }
    tx.insertInto(CONVERSION)
        .columns(CONVERSION.fields())
        .valuesOfRecords(List.of(row))
        .onConflict(CONVERSION.WORKSPACE_ID, CONVERSION.BLOCK_ID)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  private Optional<BlockRecord> block(MemberKey member, BlockId id) {
    return tx.selectFrom(BLOCK)
        .where(BLOCK.WORKSPACE_ID.eq(member.workspaceId().value()))
        .and(BLOCK.USER_ID.eq(member.userId().value()))
        .and(BLOCK.ID.eq(id.value()))
        .fetchOptional();
  }

  /// Moves the snapshot to the block's current time or title where the entry now equals it, so that
  /// the block no longer shows this as drift.
  private static ConversionSnapshot adopted(
      ConversionSnapshot then, TimeEntry entry, @Nullable BlockRecord block) {
    if (block == null) {
      return then;
    }
    Instant start = block.getStartedAt();
    boolean moved =
        start != null
            && start.equals(entry.startedAt())
            && Objects.equals(block.getEndedAt(), entry.endedAt());
    boolean retitled = block.getTitle() != null && block.getTitle().equals(entry.description());
    return new ConversionSnapshot(
        moved
            ? new Timed(start, block.getEndedAt(), ZoneId.of(block.getTimezone()), false)
            : then.time(),
        retitled ? TextHash.ofNullable(block.getTitle()) : then.titleHash(),
        !retitled && then.titleWithheld());
  }
}

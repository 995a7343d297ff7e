package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.isAny;
import static io.timeledger.schemas.jooq.calendar.Tables.BLOCK;
import static io.timeledger.schemas.jooq.calendar.Tables.CALENDAR_;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;

import io.timeledger.calendar.fold.ConversionSnapshot;
import io.timeledger.calendar.fold.Drift;
import io.timeledger.calendar.fold.FoldedBlock;
import io.timeledger.calendar.fold.FoldedSource;
import io.timeledger.calendar.fold.Folding;
import io.timeledger.calendar.fold.HiddenReason;
import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.postgres.BlockRows.CalendarPlace;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.EventTime.AllDay;
import io.timeledger.calendar.provider.EventTime.Timed;
import io.timeledger.calendar.provider.Window;
import io.timeledger.schemas.jooq.calendar.tables.records.BlockRecord;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Folds blocks of a member from their current sources. A block without visible sources is deleted,
/// unless it was converted: then it stays, showing its drift, until its day is before the window.
final class FoldedBlocks {
  private final DSLContext tx;
  private final MemberKey member;
  private final BlockRows rows;
  private final PublishedBlocks published;

  /// @param zone of the member
  FoldedBlocks(DSLContext tx, MemberKey member, ZoneId zone, boolean publish) {
    this.tx = tx;
    this.member = member;
    this.rows = new BlockRows(member, zone);
    this.published = new PublishedBlocks(tx, publish);
  }

  /// @param window that is read; if empty, every block without visible sources is deleted
  void fold(Collection<String> blocks, Optional<Window> window) {
    if (!blocks.isEmpty()) {
      published.around(member, blocks, () -> write(blocks, window));
    }
  }

  private void write(Collection<String> blocks, Optional<Window> window) {
    Map<String, BlockRecord> old = old(blocks);
    Map<String, List<FoldedSource>> sources = FoldedSources.of(tx, member, blocks);
    Conversions converted = Conversions.of(tx, member, blocks);
    Map<String, FoldedBlock> folded = new HashMap<>();
    sources.forEach((id, list) -> Folding.of(list).ifPresent(block -> folded.put(id, block)));
    Map<String, CalendarPlace> places = places(folded.values());
    List<BlockRecord> changed = new ArrayList<>();
    Set<String> gone = new HashSet<>();
    for (String id : blocks) {
      FoldedBlock block = folded.get(id);
      BlockRecord last = old.get(id);
      Optional<BlockRecord> row =
          block == null
              ? without(last, sources.getOrDefault(id, List.of()), converted.then(id), window)
              : Optional.of(rows.row(id, block, place(block, places), drift(id, block, converted)));
      if (row.isEmpty()) {
        gone.add(id);
      } else if (last == null || differs(row.get(), last)) {
        row.get().setVersion(last == null ? 1 : last.getVersion() + 1);
        changed.add(row.get());
      }
    }
    gone.retainAll(old.keySet());
    upsert(changed);
    delete(gone);
    if (!changed.isEmpty() || !gone.isEmpty()) {
      MemberLocks.changed(tx, member);
    }
  }

  private static CalendarPlace place(FoldedBlock block, Map<String, CalendarPlace> places) {
    return Objects.requireNonNull(
        places.get(block.calendarId().value()), "calendar of a source not found");
  }

  private Optional<Drift> drift(String id, FoldedBlock block, Conversions converted) {
    if (converted.unseen().contains(id)) {
      // Changes between the conversion and this fold are unknown and not shown as drift.
      Conversions.note(tx, member, id, ConversionSnapshot.of(block));
      return Optional.empty();
    }
    return converted
        .then(id)
        .flatMap(
            then -> {
              ConversionSnapshot completed = then.completed(block);
              if (!completed.equals(then)) {
                Conversions.note(tx, member, id, completed);
              }
              return Drift.since(completed, block);
            });
  }

  private static Optional<BlockRecord> without(
      @Nullable BlockRecord last,
      List<FoldedSource> hidden,
      Optional<ConversionSnapshot> then,
      Optional<Window> window) {
    if (last == null || then.isEmpty() || window.isEmpty()) {
      return Optional.empty();
    }
    EventTime time = then.get().time();
    if (isBefore(time, window.get())) {
      return Optional.empty();
    }
    HiddenReason reason = hidden.isEmpty() ? null : hidden.getFirst().hidden();
    Drift drift = Drift.ofUnseen(reason, BlockRows.time(last), window.get());
    return Optional.of(BlockRows.withoutSources(last, drift));
  }

  private static boolean isBefore(EventTime time, Window window) {
    return switch (time) {
      case Timed timed -> timed.start().isBefore(window.start()) && !window.touches(time);
      case AllDay days -> !days.endExclusive().isAfter(window.from());
    };
  }

  private static boolean differs(BlockRecord row, BlockRecord last) {
    row.setVersion(last.getVersion());
    return !row.equals(last);
  }

  private Map<String, BlockRecord> old(Collection<String> blocks) {
    return tx.selectFrom(BLOCK)
        .where(BLOCK.WORKSPACE_ID.eq(member.workspaceId().value()))
        .and(BLOCK.USER_ID.eq(member.userId().value()))
        .and(isAny(BLOCK.ID, blocks))
        .fetchMap(BLOCK.ID);
  }

  private Map<String, CalendarPlace> places(Collection<FoldedBlock> folded) {
    Map<String, CalendarPlace> places = new HashMap<>();
    tx.select(CALENDAR_.ID, CONNECTION.ID, CONNECTION.PROVIDER)
        .from(CALENDAR_)
        .join(CONNECTION)
        .on(CONNECTION.ID.eq(CALENDAR_.CONNECTION_ID))
        .where(
            isAny(CALENDAR_.ID, folded.stream().map(block -> block.calendarId().value()).toList()))
        .forEach(row -> places.put(row.value1(), new CalendarPlace(row.value2(), row.value3())));
    return places;
  }

  private void upsert(List<BlockRecord> changed) {
    if (!changed.isEmpty()) {
      tx.insertInto(BLOCK)
          .columns(BLOCK.fields())
          .valuesOfRecords(changed)
          .onConflict(BLOCK.WORKSPACE_ID, BLOCK.ID)
          .doUpdate()
          .setAllToExcluded()
          .execute();
    }
  }

  private void delete(Collection<String> gone) {
    if (!gone.isEmpty()) {
      tx.deleteFrom(BLOCK)
          .where(BLOCK.WORKSPACE_ID.eq(member.workspaceId().value()))
          .and(isAny(BLOCK.ID, gone))
          .execute();
    }
  }
}

package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.isAny;
import static io.timeledger.calendar.postgres.CalendarColumns.wireName;
import static io.timeledger.schemas.jooq.calendar.Tables.BLOCK;
import static io.timeledger.schemas.jooq.calendar.Tables.SOURCE;

import io.timeledger.calendar.fold.HiddenReason;
import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.round.DueWork.DueRound;
import io.timeledger.calendar.round.Generation;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.PreparedSource;
import io.timeledger.calendar.round.RoundEnd;
import io.timeledger.calendar.round.SliceResult;
import io.timeledger.calendar.round.SourceSlice;
import io.timeledger.calendar.round.Sources;
import io.timeledger.schemas.jooq.calendar.tables.records.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;

/// Writes slices of sources to PostgreSQL.
public final class SqlSources implements Sources {
  private final DSLContext sql;
  private final LaneSettings settings;

  public SqlSources(DSLContext sql, LaneSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  @Override
  public SliceResult apply(LaneLease lease, DueRound round, SourceSlice slice) {
    return sql.transactionResult(
        transaction -> {
          DSLContext tx = transaction.dsl();
          MemberKey member =
              new MemberKey(round.connection().workspaceId(), round.connection().userId());
          MemberLocks.lock(tx, List.of(member));
          Leases.prolong(tx, lease, settings.lease());
          WorkFence.require(tx, round);
          return new SliceWriter(tx, round, member).write(lease, slice);
        });
  }

  /// Writes one slice in its transaction.
  private final class SliceWriter {
    private final DSLContext tx;
    private final DueRound round;
    private final MemberKey member;
    private final FoldedBlocks blocks;
    private final GoneSources gone;
    private final Set<String> touched = new TreeSet<>();

    private SliceWriter(DSLContext tx, DueRound round, MemberKey member) {
      this.tx = tx;
      this.round = round;
      this.member = member;
      this.gone = new GoneSources(tx, round.calendarId());
      this.blocks = new FoldedBlocks(tx, member, round.owner().zone(), settings.publishBlocks());
    }

    SliceResult write(LaneLease lease, SourceSlice slice) {
      List<SourceRecord> deleted = new ArrayList<>(gone.removed(slice.removed()));
      if (!slice.full()) {
        deleted.addAll(gone.displaced(slice.sources()));
        deleted.addAll(gone.departed(slice.sources(), slice.window()));
      }
      int changed = put(slice);
      Generation generation = slice.end().map(RoundEnd::generation).orElse(null);
      if (generation != null) {
        deleted.addAll(gone.swept(generation));
      }
      boolean rolled = slice.end().isPresent() && !slice.window().equals(round.window());
      if (rolled && !slice.full()) {
        deleted.addAll(gone.left(slice.window()));
      }
      if (generation != null || rolled) {
        touched.addAll(tooOld(slice.window()));
      }
      deleted.forEach(source -> touched.add(source.getBlockId()));
      blocks.fold(touched, Optional.of(slice.window()));
      SliceResult result = new SliceResult(changed, deleted.size());
      slice
          .end()
          .ifPresent(
              end ->
                  RoundEnds.end(tx, lease, round, slice.window(), end, result, settings.pushing()));
      return result;
    }

    /// @return number of sources inserted or updated
    private int put(SourceSlice slice) {
      if (slice.sources().isEmpty()) {
        return 0;
      }
      Map<String, SourceRecord> known = known(slice);
      List<SourceRecord> changed = new ArrayList<>();
      List<String> same = new ArrayList<>();
      for (PreparedSource source : slice.sources()) {
        SourceRecord row = row(source);
        SourceRecord old = known.get(row.getEventRef());
        if (old == null && !slice.window().touches(source.event().time())) {
          continue;
        }
        if (old != null && old.getVersionHash().equals(row.getVersionHash())) {
          if (slice.full() || row.getSeriesRef() != null) {
            same.add(row.getEventRef());
          }
        } else {
          changed.add(row);
          touched.add(row.getBlockId());
          if (old != null) {
            touched.add(old.getBlockId());
          }
        }
      }
      upsert(changed);
      if (!same.isEmpty()) {
        tx.update(SOURCE)
            .set(SOURCE.GENERATION, round.generation())
            .where(SOURCE.CALENDAR_ID.eq(round.calendarId().value()))
            .and(isAny(SOURCE.EVENT_REF, same))
            .execute();
      }
      return changed.size();
    }

    private Map<String, SourceRecord> known(SourceSlice slice) {
      Map<String, SourceRecord> known = new HashMap<>();
      tx.select(SOURCE.EVENT_REF, SOURCE.VERSION_HASH, SOURCE.BLOCK_ID)
          .from(SOURCE)
          .where(SOURCE.CALENDAR_ID.eq(round.calendarId().value()))
          .and(
              isAny(
                  SOURCE.EVENT_REF,
                  slice.sources().stream().map(source -> source.event().eventRef()).toList()))
          .fetchInto(SOURCE)
          .forEach(row -> known.put(row.getEventRef(), row));
      return known;
    }

    private void upsert(List<SourceRecord> rows) {
      if (!rows.isEmpty()) {
        tx.insertInto(SOURCE)
            .columns(SOURCE.fields())
            .valuesOfRecords(rows)
            .onConflict(SOURCE.CALENDAR_ID, SOURCE.EVENT_REF)
            .doUpdate()
            .setAllToExcluded()
            .execute();
      }
    }

    /// Blocks of days before the window. Folding deletes those without visible sources.
    private List<String> tooOld(Window window) {
      return tx.select(BLOCK.ID)
          .from(BLOCK)
          .where(BLOCK.WORKSPACE_ID.eq(member.workspaceId().value()))
          .and(BLOCK.USER_ID.eq(member.userId().value()))
          .and(BLOCK.CALENDAR_ID.eq(round.calendarId().value()))
          .and(BLOCK.LOG_DATE.lt(window.from()))
          .fetch(BLOCK.ID);
    }

    private SourceRecord row(PreparedSource source) {
      SourceEvent event = source.event();
      SourceRecord row = new SourceRecord();
      row.setCalendarId(round.calendarId().value());
      row.setEventRef(event.eventRef());
      row.setWorkspaceId(member.workspaceId().value());
      row.setUserId(member.userId().value());
      row.setBlockId(source.blockId().value());
      row.setUid(event.uid());
      row.setSeriesRef(event.seriesRef());
      row.setOriginalStart(event.originalStart());
      row.setGeneration(round.generation());
      HiddenReason hidden = source.hidden();
      row.setHiddenReason(hidden == null ? null : wireName(hidden));
      row.setDay(source.day());
      row.setEvent(EventColumn.of(event).json());
      row.setContactHashes(source.contactHashes().toArray(String[]::new));
      row.setVersionHash(hash(row));
      return row;
    }
  }

  private static String hash(SourceRecord row) {
    String text =
        String.join(
            "\n",
            row.getBlockId(),
            String.valueOf(row.getUid()),
            String.valueOf(row.getSeriesRef()),
            String.valueOf(row.getOriginalStart()),
            String.valueOf(row.getHiddenReason()),
            row.getDay().toString(),
            row.getEvent().data(),
            String.join(",", row.getContactHashes()));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}

package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.isAny;
import static io.timeledger.schemas.jooq.calendar.Tables.CONVERSION;
import static io.timeledger.schemas.jooq.calendar.Tables.SOURCE;

import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.round.Generation;
import io.timeledger.calendar.round.PreparedSource;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.jooq.calendar.tables.records.SourceRecord;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Deletes sources of a calendar that no longer exist. Each method returns the deleted rows.
final class GoneSources {
  private final DSLContext tx;
  private final CalendarId calendar;

  GoneSources(DSLContext tx, CalendarId calendar) {
    this.tx = tx;
    this.calendar = calendar;
  }

  /// @param refs of events and series that the provider reports as deleted
  List<SourceRecord> removed(List<String> refs) {
    return refs.isEmpty()
        ? List.of()
        : delete(isAny(SOURCE.EVENT_REF, refs).or(isAny(SOURCE.SERIES_REF, refs)));
  }

  /// The single events that became series, and the instances of series that became single events.
  /// Changes name only what took their place.
  List<SourceRecord> displaced(List<PreparedSource> changed) {
    Set<String> series = new TreeSet<>();
    Set<String> single = new TreeSet<>();
    for (PreparedSource source : changed) {
      String seriesRef = source.event().seriesRef();
      if (seriesRef == null) {
        single.add(source.event().eventRef());
      } else {
        series.add(seriesRef);
      }
    }
    return changed.isEmpty()
        ? List.of()
        : delete(isAny(SOURCE.EVENT_REF, series).or(isAny(SOURCE.SERIES_REF, single)));
  }

  /// The events that changes have moved out of the window. Those of converted meetings stay: they
  /// show as moved.
  List<SourceRecord> departed(List<PreparedSource> changed, Window window) {
    List<String> departed =
        changed.stream()
            .map(PreparedSource::event)
            .filter(event -> !window.touches(event.time()))
            .map(SourceEvent::eventRef)
            .toList();
    return departed.isEmpty()
        ? List.of()
        : delete(
            isAny(SOURCE.EVENT_REF, departed)
                .andNotExists(
                    DSL.selectOne()
                        .from(CONVERSION)
                        .where(CONVERSION.WORKSPACE_ID.eq(SOURCE.WORKSPACE_ID))
                        .and(CONVERSION.BLOCK_ID.eq(SOURCE.BLOCK_ID))));
  }

  /// Those that the round did not read.
  List<SourceRecord> swept(Generation generation) {
    List<String> swept =
        tx
            .select(SOURCE.EVENT_REF, SOURCE.SERIES_REF, SOURCE.GENERATION)
            .from(SOURCE)
            .where(SOURCE.CALENDAR_ID.eq(calendar.value()))
            .and(SOURCE.GENERATION.lt(generation.number()))
            .and(
                generation
                    .onlySeries()
                    .map(series -> isAny(SOURCE.SERIES_REF, series))
                    .orElse(DSL.noCondition()))
            .fetchInto(SOURCE)
            .stream()
            .filter(
                row ->
                    generation.sweeps(row.getGeneration(), row.getEventRef(), row.getSeriesRef()))
            .map(SourceRecord::getEventRef)
            .toList();
    return named(swept);
  }

  /// Those before the window, which has moved.
  List<SourceRecord> left(Window window) {
    List<String> left =
        tx
            .select(
                SOURCE.EVENT_REF,
                SOURCE.UID,
                SOURCE.SERIES_REF,
                SOURCE.ORIGINAL_START,
                SOURCE.EVENT)
            .from(SOURCE)
            .where(SOURCE.CALENDAR_ID.eq(calendar.value()))
            .and(SOURCE.DAY.lt(window.from()))
            .fetch(FoldedSources::event)
            .stream()
            .filter(event -> !window.touches(event.time()))
            .map(SourceEvent::eventRef)
            .toList();
    return named(left);
  }

  private List<SourceRecord> named(List<String> refs) {
    return refs.isEmpty() ? List.of() : delete(isAny(SOURCE.EVENT_REF, refs));
  }

  private List<SourceRecord> delete(Condition which) {
    return tx.deleteFrom(SOURCE)
        .where(SOURCE.CALENDAR_ID.eq(calendar.value()))
        .and(which)
        .returning()
        .fetch();
  }
}
